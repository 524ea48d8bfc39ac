import { JobIntent, type JobValue, RejectionType, ValueType } from '@waggle/protocol';
import { jobInState } from '../behavior/jobs/job-precondition.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** A failed job's back-off is over. */
export const jobRecurAfterBackoff: Processor<JobValue> = (processing, command) => {
  const job = jobInState(processing, command.key, 'back off', ['FAILED']);
  if (job instanceof Rejection) return processing.write.reject(job.type, job.reason);
  if (job.value.recurringTime < 0 || job.value.recurringTime > processing.now) {
    const reason = `Expected the back-off of job with key '${command.key}' to be over, but it is not`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  processing.write.event(ValueType.JOB, JobIntent.RECURRED_AFTER_BACKOFF, command.key, job.value);
  processing.activatableJobs.push(command.key);
};

import { JobIntent, type JobValue, RejectionType, ValueType } from '@waggle/protocol';
import { jobInState } from '../behavior/jobs/job-precondition.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** A worker took too long: the job goes to others. */
export const jobTimeOut: Processor<JobValue> = (processing, command) => {
  const job = jobInState(processing, command.key, 'time out', ['ACTIVATED']);
  if (job instanceof Rejection) return processing.write.reject(job.type, job.reason);
  if (job.value.deadline > processing.now) {
    const reason = `Expected to time out job with key '${command.key}', but its deadline is not reached`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  processing.write.event(ValueType.JOB, JobIntent.TIMED_OUT, command.key, job.value);
  processing.activatableJobs.push(command.key);
};

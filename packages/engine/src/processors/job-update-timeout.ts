import { JobIntent, type JobValue, RejectionType, ValueType } from '@waggle/protocol';
import { jobToUpdate } from '../behavior/jobs/job-precondition.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Gives a worker more, or less, time, counted from now. */
export const jobUpdateTimeout: Processor<JobValue> = (processing, command) => {
  const job = jobToUpdate(processing, command.key, command.value.leaseToken);
  if (job instanceof Rejection) return processing.write.reject(job.type, job.reason);
  if (job.state !== 'ACTIVATED') {
    const reason = `Expected to update the timeout of job with key '${command.key}', but it is not active`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  const deadline = processing.now + command.value.timeout;
  const { TIMEOUT_UPDATED } = JobIntent;
  processing.write.respond(
    processing.write.event(ValueType.JOB, TIMEOUT_UPDATED, command.key, { ...job.value, deadline }),
  );
};

import { JobIntent, type JobValue, RejectionType, ValueType } from '@waggle/protocol';
import { jobToUpdate } from '../behavior/jobs/job-precondition.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Gives a job further tries. A job with an incident waits on for the incident to be resolved. */
export const jobUpdateRetries: Processor<JobValue> = (processing, command) => {
  const job = jobToUpdate(processing, command.key, command.value.leaseToken);
  if (job instanceof Rejection) return processing.write.reject(job.type, job.reason);
  const { retries } = command.value;
  if (retries < 1) {
    const reason = `Expected to update retries for job with key '${command.key}' with a positive amount of retries, but the amount given was '${retries}'`;
    return processing.write.reject(RejectionType.INVALID_ARGUMENT, reason);
  }
  const { RETRIES_UPDATED } = JobIntent;
  processing.write.respond(
    processing.write.event(ValueType.JOB, RETRIES_UPDATED, command.key, { ...job.value, retries }),
  );
};

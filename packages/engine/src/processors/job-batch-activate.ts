import { JobBatchIntent, type JobBatchValue, RejectionType, ValueType } from '@waggle/protocol';
import { collectJobs, raiseTooLarge } from '../behavior/jobs/job-activation.ts';
import type { Processor } from './processor.ts';

/** A worker asks for jobs of a type; the answer may be empty. */
export const jobBatchActivate: Processor<JobBatchValue> = (processing, command) => {
  const request = command.value;
  const problem = problemOf(request);
  if (problem !== undefined) return processing.write.reject(RejectionType.INVALID_ARGUMENT, problem);
  const deadline = processing.now + request.timeout;
  const activationKey = processing.keys.next();
  const { keys, jobs, truncated, tooLarge } = collectJobs(processing, request, { activationKey, deadline });
  if (tooLarge !== undefined) raiseTooLarge(processing, tooLarge);
  const activated = processing.write.event(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATED, activationKey, {
    ...request,
    jobKeys: keys,
    jobInstanceKeys: jobs.map(({ processInstanceKey }) => processInstanceKey),
    deadline,
    truncated,
  });
  processing.write.respond(activated, jobs);
};

function problemOf({ type, timeout, maxJobsToActivate }: JobBatchValue): string | undefined {
  if (type.trim() === '') return 'Expected to activate job batch with type to be present, but it was blank';
  if (timeout < 1) {
    return `Expected to activate job batch with timeout to be greater than zero, but it was '${timeout}'`;
  }
  if (maxJobsToActivate < 1) {
    return `Expected to activate job batch with max jobs to activate to be greater than zero, but it was '${maxJobsToActivate}'`;
  }
  return undefined;
}

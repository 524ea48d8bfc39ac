import { JobIntent, type JobValue, RejectionType, ValueType } from '@waggle/protocol';
import { jobInState, leaseProblem } from '../behavior/jobs/job-precondition.ts';
import { isPriority } from '../behavior/jobs/job-priority.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Changes several properties of a job together, or none of them. */
export const jobUpdate: Processor<JobValue> = (processing, command) => {
  const { key, value: request } = command;
  const job = jobInState(processing, key, 'update', [
    'ACTIVATABLE',
    'ACTIVATED',
    'FAILED',
    'ERROR_THROWN',
    'SUSPENDED',
  ]);
  if (job instanceof Rejection) return processing.write.reject(job.type, job.reason);
  const changesRetries = request.changedAttributes.includes('retries');
  const changesTimeout = request.changedAttributes.includes('timeout');
  const changesPriority = request.changedAttributes.includes('priority');
  const rejection =
    check() ?? (request.leaseToken === '' ? undefined : leaseProblem(job, key, 'update', request.leaseToken));
  if (rejection !== undefined) return processing.write.reject(rejection.type, rejection.reason);
  let { value } = job;
  if (changesRetries) {
    value = { ...value, retries: request.retries };
    processing.write.event(ValueType.JOB, JobIntent.RETRIES_UPDATED, key, value);
  }
  if (changesTimeout) {
    value = { ...value, deadline: processing.now + request.timeout };
    processing.write.event(ValueType.JOB, JobIntent.TIMEOUT_UPDATED, key, value);
  }
  if (changesPriority) {
    value = { ...value, priority: request.priority };
    processing.write.event(ValueType.JOB, JobIntent.PRIORITY_UPDATED, key, value);
  }
  const updated = { ...value, changedAttributes: request.changedAttributes };
  processing.write.respond(processing.write.event(ValueType.JOB, JobIntent.UPDATED, key, updated));

  function check(): Rejection | undefined {
    if (!changesRetries && !changesTimeout && !changesPriority) {
      return new Rejection(
        RejectionType.INVALID_ARGUMENT,
        `Expected to update job with key '${key}' with a new value for 'retries', 'timeout' or 'priority', but none is given`,
      );
    }
    if (changesRetries && request.retries < 1) {
      return new Rejection(
        RejectionType.INVALID_ARGUMENT,
        `Expected to update job with key '${key}' with a positive amount of retries, but the amount given was '${request.retries}'`,
      );
    }
    if (changesPriority && !isPriority(request.priority)) {
      return new Rejection(
        RejectionType.INVALID_ARGUMENT,
        `Expected to update job with key '${key}' with a priority that is a whole number of 32 bits, but the priority given was '${request.priority}'`,
      );
    }
    if (changesTimeout && (job instanceof Rejection || job.state !== 'ACTIVATED')) {
      return new Rejection(
        RejectionType.INVALID_STATE,
        `Expected to update the timeout of job with key '${key}', but it is not active`,
      );
    }
    return undefined;
  }
};

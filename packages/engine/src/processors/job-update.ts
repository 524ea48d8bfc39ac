import { JobIntent, type JobValue, type Key, RejectionType, ValueType } from '@waggle/protocol';
import { jobToUpdate } from '../behavior/jobs/job-precondition.ts';
import { isPriority } from '../behavior/jobs/job-priority.ts';
import { Rejection } from '../rejection.ts';
import type { Job } from '../state/job.ts';
import type { Processor } from './processor.ts';

const changeable = ['retries', 'timeout', 'priority'] as const;

/** Changes several properties of a job together, or none of them. */
export const jobUpdate: Processor<JobValue> = (processing, command) => {
  const { key, value: request } = command;
  const job = jobToUpdate(processing, key, request.leaseToken);
  if (job instanceof Rejection) return processing.write.reject(job.type, job.reason);
  const rejection = checkChange(key, job, request);
  if (rejection !== undefined) return processing.write.reject(rejection.type, rejection.reason);
  let { value } = job;
  if (request.changedAttributes.includes('retries')) {
    value = { ...value, retries: request.retries };
    processing.write.event(ValueType.JOB, JobIntent.RETRIES_UPDATED, key, value);
  }
  if (request.changedAttributes.includes('timeout')) {
    value = { ...value, deadline: processing.now + request.timeout };
    processing.write.event(ValueType.JOB, JobIntent.TIMEOUT_UPDATED, key, value);
  }
  if (request.changedAttributes.includes('priority')) {
    value = { ...value, priority: request.priority };
    processing.write.event(ValueType.JOB, JobIntent.PRIORITY_UPDATED, key, value);
  }
  const updated = { ...value, changedAttributes: request.changedAttributes };
  processing.write.respond(processing.write.event(ValueType.JOB, JobIntent.UPDATED, key, updated));
};

function checkChange(key: Key, { state }: Job, request: JobValue): Rejection | undefined {
  const { INVALID_ARGUMENT, INVALID_STATE } = RejectionType;
  const { retries, priority, changedAttributes } = request;
  const start = `Expected to update job with key '${key}' with`;
  if (!changeable.some((name) => changedAttributes.includes(name))) {
    const reason = `${start} a new value for 'retries', 'timeout' or 'priority', but none is given`;
    return new Rejection(INVALID_ARGUMENT, reason);
  }
  if (changedAttributes.includes('retries') && retries < 1) {
    const reason = `${start} a positive amount of retries, but the amount given was '${retries}'`;
    return new Rejection(INVALID_ARGUMENT, reason);
  }
  if (changedAttributes.includes('priority') && !isPriority(priority)) {
    const reason = `${start} a priority that is a whole number of 32 bits, but the priority given was '${priority}'`;
    return new Rejection(INVALID_ARGUMENT, reason);
  }
  if (changedAttributes.includes('timeout') && state !== 'ACTIVATED') {
    const reason = `Expected to update the timeout of job with key '${key}', but it is not active`;
    return new Rejection(INVALID_STATE, reason);
  }
  return undefined;
}

import { type JobValue, type Key, RejectionType } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import type { Job, JobState } from '../../state/job.ts';

const ANY_STATE: readonly JobState[] = ['ACTIVATABLE', 'ACTIVATED', 'FAILED', 'ERROR_THROWN', 'SUSPENDED'];

/** The job a command means, if it is in a state that allows it. @param verb as in "to complete". */
export function jobInState(
  processing: Processing,
  key: Key,
  verb: string,
  states: readonly JobState[] = ['ACTIVATABLE', 'ACTIVATED'],
): Job | Rejection {
  const job = processing.state.jobs.get(key);
  if (job === undefined) {
    return new Rejection(
      RejectionType.NOT_FOUND,
      `Expected to ${verb} job with key '${key}', but no such job was found`,
    );
  }
  if (states.includes(job.state)) return job;
  return new Rejection(
    RejectionType.INVALID_STATE,
    `Expected to ${verb} job with key '${key}', but it is in state '${job.state}'`,
  );
}

/** The same for a worker who gives a result: of a leased job only the one that holds the lease may. */
export function jobOfWorker(processing: Processing, key: Key, verb: string, request: JobValue): Job | Rejection {
  const job = jobInState(processing, key, verb);
  return job instanceof Rejection ? job : (leaseProblem(job, key, verb, request.leaseToken) ?? job);
}

/** The same for an operator, who may change a job in any state; with a lease token, only while that is the job's. */
export function jobToUpdate(processing: Processing, key: Key, leaseToken: string): Job | Rejection {
  const job = jobInState(processing, key, 'update', ANY_STATE);
  if (job instanceof Rejection || leaseToken === '') return job;
  return leaseProblem(job, key, 'update', leaseToken) ?? job;
}

/** Whether a lease token names another activation than the job's last one. */
function leaseProblem(job: Job, key: Key, verb: string, leaseToken: string): Rejection | undefined {
  // Rows of versions that knew no leases have no such field.
  const lease = job.value.leaseToken ?? '';
  if (lease === '' || lease === leaseToken) return undefined;
  const given =
    leaseToken === '' ? 'no lease token is given' : 'the lease token given is not that of its last activation';
  return new Rejection(
    RejectionType.INVALID_STATE,
    `Expected to ${verb} job with key '${key}' by the worker that leases it, but ${given}`,
  );
}

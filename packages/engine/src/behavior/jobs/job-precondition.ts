import { type JobValue, type Key, RejectionType } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import type { Job, JobState } from '../../state/job.ts';

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

/** Whether a lease token names another activation than the job's last one. */
export function leaseProblem(job: Job, key: Key, verb: string, leaseToken: string): Rejection | undefined {
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

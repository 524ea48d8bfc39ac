import { type Key, RejectionType } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { Job, JobState } from '../state/job.ts';

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

import type { JobValue } from '@waggle/protocol';

/** FAILED waits for a back-off or an incident; ERROR_THROWN for an incident; SUSPENDED for its instance to be resumed. */
export type JobState = 'ACTIVATABLE' | 'ACTIVATED' | 'FAILED' | 'ERROR_THROWN' | 'SUSPENDED';

export interface Job {
  readonly state: JobState;
  /** `variables` is always `{}`: the payload lives in the scopes. */
  readonly value: JobValue;
  /** Suspended jobs: the state to go on in. */
  readonly resumesAs?: 'ACTIVATABLE' | 'FAILED' | 'ERROR_THROWN';
}

import type { JobValue } from '@waggle/protocol';

/** FAILED waits for a back-off or an incident; ERROR_THROWN for an incident. */
export type JobState = 'ACTIVATABLE' | 'ACTIVATED' | 'FAILED' | 'ERROR_THROWN';

export interface Job {
  readonly state: JobState;
  /** `variables` is always `{}`: the payload lives in the scopes. */
  readonly value: JobValue;
}

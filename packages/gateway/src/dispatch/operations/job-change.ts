import { type BatchJobChange, NO_JOB_CHANGE } from '@waggle/protocol';
import { boundedDurationMs } from '../duration-ms.ts';

export interface JobChangeInput {
  /** Absent = unchanged. */
  readonly retries?: number | undefined;
  /** Ms from now that the job stays with its worker; absent = unchanged. */
  readonly timeoutMs?: number | undefined;
  /** Absent = unchanged. */
  readonly priority?: number | undefined;
}

/** What an update changes of a job, as the engine wants it. */
export function jobChange({ retries, timeoutMs, priority }: JobChangeInput): BatchJobChange {
  const changedAttributes: string[] = [];
  if (retries !== undefined) changedAttributes.push('retries');
  if (timeoutMs !== undefined) changedAttributes.push('timeout');
  if (priority !== undefined) changedAttributes.push('priority');
  return {
    changedAttributes,
    retries: retries ?? NO_JOB_CHANGE.retries,
    timeout: timeoutMs === undefined ? NO_JOB_CHANGE.timeout : boundedDurationMs(timeoutMs),
    priority: priority ?? NO_JOB_CHANGE.priority,
  };
}

import { JobIntent, type Key, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { boundedDurationMs } from '../duration-ms.ts';
import { jobCommand } from './job-command.ts';

export interface UpdateJobInput {
  readonly jobKey: Key;
  /** Absent = unchanged. */
  readonly retries?: number | undefined;
  /** Ms from now that the job stays with its worker; absent = unchanged. */
  readonly timeoutMs?: number | undefined;
  /** Absent = unchanged. */
  readonly priority?: number | undefined;
  /** As the activation gave it; empty or absent = none. */
  readonly leaseToken?: string | undefined;
  readonly operationReference?: Key | undefined;
}

/** Changes several attributes at once. */
export async function updateJob(router: CommandRouter, input: UpdateJobInput): Answer<typeof ValueType.JOB> {
  const changedAttributes: string[] = [];
  if (input.retries !== undefined) changedAttributes.push('retries');
  if (input.timeoutMs !== undefined) changedAttributes.push('timeout');
  if (input.priority !== undefined) changedAttributes.push('priority');
  return router.sendByKey(
    jobCommand(
      JobIntent.UPDATE,
      input.jobKey,
      {
        changedAttributes,
        ...(input.retries === undefined ? {} : { retries: input.retries }),
        ...(input.timeoutMs === undefined ? {} : { timeout: boundedDurationMs(input.timeoutMs) }),
        ...(input.priority === undefined ? {} : { priority: input.priority }),
        leaseToken: input.leaseToken ?? '',
      },
      input.operationReference,
    ),
  );
}

import { JobIntent, type Key, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { boundedDurationMs } from '../duration-ms.ts';
import { jobCommand } from './job-command.ts';

export interface UpdateJobTimeoutInput {
  readonly jobKey: Key;
  /** Ms from now that the job stays with its worker. */
  readonly timeoutMs: number;
  /** As the activation gave it; empty or absent = none. */
  readonly leaseToken?: string | undefined;
  readonly operationReference?: Key | undefined;
}

export async function updateJobTimeout(
  router: CommandRouter,
  { jobKey, timeoutMs, leaseToken = '', operationReference }: UpdateJobTimeoutInput,
): Answer<typeof ValueType.JOB> {
  const changes = { timeout: boundedDurationMs(timeoutMs), leaseToken };
  return router.sendByKey(jobCommand(JobIntent.UPDATE_TIMEOUT, jobKey, changes, operationReference));
}

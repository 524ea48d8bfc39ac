import { JobIntent, type Key, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { jobCommand } from './job-command.ts';

export interface UpdateJobRetriesInput {
  readonly jobKey: Key;
  readonly retries: number;
  /** As the activation gave it; empty or absent = none. */
  readonly leaseToken?: string | undefined;
  readonly operationReference?: Key | undefined;
}

export async function updateJobRetries(
  router: CommandRouter,
  { jobKey, retries, leaseToken = '', operationReference }: UpdateJobRetriesInput,
): Answer<typeof ValueType.JOB> {
  return router.sendByKey(jobCommand(JobIntent.UPDATE_RETRIES, jobKey, { retries, leaseToken }, operationReference));
}

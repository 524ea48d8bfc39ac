import { JobIntent, type Key, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { jobCommand } from './job-command.ts';

export async function updateJobRetries(
  router: CommandRouter,
  input: { readonly jobKey: Key; readonly retries: number; readonly operationReference?: Key | undefined },
): Answer<typeof ValueType.JOB> {
  return router.sendByKey(
    jobCommand(JobIntent.UPDATE_RETRIES, input.jobKey, { retries: input.retries }, input.operationReference),
  );
}

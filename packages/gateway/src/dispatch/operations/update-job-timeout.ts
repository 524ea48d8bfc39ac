import { JobIntent, type Key, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { boundedDurationMs } from '../duration-ms.ts';
import { jobCommand } from './job-command.ts';

/** @param input.timeoutMs from now that the job stays with its worker. */
export async function updateJobTimeout(
  router: CommandRouter,
  input: { readonly jobKey: Key; readonly timeoutMs: number; readonly operationReference?: Key | undefined },
): Answer<typeof ValueType.JOB> {
  return router.sendByKey(
    jobCommand(
      JobIntent.UPDATE_TIMEOUT,
      input.jobKey,
      { timeout: boundedDurationMs(input.timeoutMs) },
      input.operationReference,
    ),
  );
}

import { JobIntent, type Key, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { checkVariables } from '../variables-text.ts';
import { jobCommand } from './job-command.ts';

/** @param input.variables JSON object text merged into the job's scope; empty = none. */
export async function completeJob(
  router: CommandRouter,
  input: { readonly jobKey: Key; readonly variables: string },
): Answer<typeof ValueType.JOB> {
  return router.sendByKey(jobCommand(JobIntent.COMPLETE, input.jobKey, { variables: checkVariables(input.variables) }));
}

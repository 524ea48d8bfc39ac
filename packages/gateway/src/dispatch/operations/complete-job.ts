import { JobIntent, type Key, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { VariablesText } from '../variables-text.ts';
import { jobCommand } from './job-command.ts';

/** @param input.variables merged into the job's scope. */
export async function completeJob(
  router: CommandRouter,
  input: { readonly jobKey: Key; readonly variables: VariablesText },
): Answer<typeof ValueType.JOB> {
  return router.sendByKey(jobCommand(JobIntent.COMPLETE, input.jobKey, { variables: input.variables }));
}

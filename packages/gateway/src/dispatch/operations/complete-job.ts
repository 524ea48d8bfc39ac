import { JobIntent, type JobResult, type Key, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { VariablesText } from '../variables-text.ts';
import { jobCommand } from './job-command.ts';

export interface CompleteJobInput {
  readonly jobKey: Key;
  /** Merged into the job's scope. */
  readonly variables: VariablesText;
  /** What a task listener or an ad-hoc sub-process decides beside variables. */
  readonly result?: JobResult | undefined;
  /** As the activation gave it; empty or absent = none. */
  readonly leaseToken?: string | undefined;
}

export async function completeJob(
  router: CommandRouter,
  { jobKey, variables, result, leaseToken = '' }: CompleteJobInput,
): Answer<typeof ValueType.JOB> {
  return router.sendByKey(jobCommand(JobIntent.COMPLETE, jobKey, { variables, result, leaseToken }));
}

import { JobIntent, type Key, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { boundedDurationMs } from '../duration-ms.ts';
import type { VariablesText } from '../variables-text.ts';
import { jobCommand } from './job-command.ts';

export interface FailJobInput {
  readonly jobKey: Key;
  /** Attempts left; 0 or less raises an incident. */
  readonly retries: number;
  readonly errorMessage: string;
  /** Ms until the job can be activated again; 0 = at once. */
  readonly retryBackoffMs: number;
  /** Local to the task. */
  readonly variables: VariablesText;
  /** As the activation gave it; empty or absent = none. */
  readonly leaseToken?: string | undefined;
}

export async function failJob(router: CommandRouter, input: FailJobInput): Answer<typeof ValueType.JOB> {
  return router.sendByKey(
    jobCommand(JobIntent.FAIL, input.jobKey, {
      retries: input.retries,
      errorMessage: input.errorMessage,
      retryBackoff: boundedDurationMs(input.retryBackoffMs),
      variables: input.variables,
      leaseToken: input.leaseToken ?? '',
    }),
  );
}

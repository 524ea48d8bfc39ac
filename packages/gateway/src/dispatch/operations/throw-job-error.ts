import { JobIntent, type Key, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { VariablesText } from '../variables-text.ts';
import { jobCommand } from './job-command.ts';

export interface ThrowJobErrorInput {
  readonly jobKey: Key;
  /** Matched with the codes of error events. */
  readonly errorCode: string;
  readonly errorMessage: string;
  /** Given to the event that catches. */
  readonly variables: VariablesText;
  /** As the activation gave it; empty or absent = none. */
  readonly leaseToken?: string | undefined;
}

export async function throwJobError(router: CommandRouter, input: ThrowJobErrorInput): Answer<typeof ValueType.JOB> {
  return router.sendByKey(
    jobCommand(JobIntent.THROW_ERROR, input.jobKey, {
      errorCode: input.errorCode,
      errorMessage: input.errorMessage,
      variables: input.variables,
      leaseToken: input.leaseToken ?? '',
    }),
  );
}

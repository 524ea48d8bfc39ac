import { JobIntent, type Key, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { type JobChangeInput, jobChange } from './job-change.ts';
import { jobCommand } from './job-command.ts';

export interface UpdateJobInput extends JobChangeInput {
  readonly jobKey: Key;
  /** As the activation gave it; empty or absent = none. */
  readonly leaseToken?: string | undefined;
  readonly operationReference?: Key | undefined;
}

/** Changes several attributes at once. */
export async function updateJob(router: CommandRouter, input: UpdateJobInput): Answer<typeof ValueType.JOB> {
  const change = { ...jobChange(input), leaseToken: input.leaseToken ?? '' };
  return router.sendByKey(jobCommand(JobIntent.UPDATE, input.jobKey, change, input.operationReference));
}

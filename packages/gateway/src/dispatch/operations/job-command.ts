import { type CommandRequest, type JobValue, jobCommandValue, type Key, NO_KEY, ValueType } from '@waggle/protocol';

/** A command for a job. @param changes what the command changes; the engine knows the rest by the key. */
export function jobCommand(
  intent: number,
  jobKey: Key,
  changes: Partial<JobValue>,
  operationReference: Key = NO_KEY,
): CommandRequest<typeof ValueType.JOB> {
  return { valueType: ValueType.JOB, intent, key: jobKey, value: jobCommandValue(changes), operationReference };
}

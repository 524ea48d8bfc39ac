import type { Key, LogRecord } from '@waggle/protocol';

interface BelongsToInstance {
  readonly processInstanceKey?: Key;
}

/** The process instance a record tells of; `undefined` = none, or one that does not exist yet. */
export function processInstanceKeyOf({ value }: LogRecord): Key | undefined {
  const { processInstanceKey } = value as BelongsToInstance;
  return processInstanceKey !== undefined && processInstanceKey > 0n ? processInstanceKey : undefined;
}

import {
  type JobBatchValue,
  type Key,
  type LogRecord,
  NO_KEY,
  type ProcessInstanceValue,
  ValueType,
} from '@waggle/protocol';

interface BelongsToInstance {
  readonly processInstanceKey?: Key;
}

/** The process instance a record is of; `undefined` = none, or one that does not exist yet. */
export function processInstanceKeyOf({ value }: LogRecord): Key | undefined {
  const { processInstanceKey } = value as BelongsToInstance;
  return processInstanceKey !== undefined && processInstanceKey > 0n ? processInstanceKey : undefined;
}

/**
 * Further process instances that a record tells something of: those whose jobs were given out, and the one that called the
 * instance which starts or ends here. Without these the state of an instance could not be folded from its own history.
 */
export function toldInstanceKeysOf({ key, valueType, value }: LogRecord): readonly Key[] {
  if (valueType === ValueType.JOB_BATCH) return (value as JobBatchValue).jobInstanceKeys;
  if (valueType !== ValueType.PROCESS_INSTANCE) return NOBODY;
  const { processInstanceKey, parentProcessInstanceKey } = value as ProcessInstanceValue;
  return parentProcessInstanceKey !== NO_KEY && key === processInstanceKey ? [parentProcessInstanceKey] : NOBODY;
}

const NOBODY: readonly Key[] = [];

import { type HistoryDeletionValue, type Key, type LogRecord, ValueType } from '@waggle/protocol';
import { processInstanceKeyOf, toldInstanceKeysOf } from '@waggle/secondary-storage';

/**
 * The process instances that a record changes something of, perhaps some of them twice. Which called that of an incident it
 * does not say.
 */
export function changedInstances(record: LogRecord): readonly Key[] {
  if (record.valueType === ValueType.HISTORY_DELETION) return deletedInstances(record.value as HistoryDeletionValue);
  const own = processInstanceKeyOf(record);
  const others = toldInstanceKeysOf(record);
  return own === undefined ? others : [own, ...others];
}

function deletedInstances({ resourceType, resourceKey }: HistoryDeletionValue): readonly Key[] {
  return resourceType === 'PROCESS_INSTANCE' ? [resourceKey] : [];
}

import { type JobBatchValue, type Key, type LogRecord, RecordType, ValueType } from '@waggle/protocol';
import { processInstanceKeyOf, toldInstanceKeysOf } from './process-instance-key-of.ts';

/**
 * What a batch tells of an instance: its records, the commands from outside that brought them about, when its jobs were
 * given out, and the start and end of instances it called.
 * @param records those of the batch.
 */
export function* recordsOfInstance(processInstanceKey: Key, records: readonly LogRecord[]): Generator<LogRecord> {
  const sources = new Set<number>();
  let isTold = false;
  for (const record of records) {
    if (processInstanceKeyOf(record) === processInstanceKey) sources.add(record.sourceRecordPosition);
    else isTold ||= tells(record, processInstanceKey);
  }
  if (sources.size === 0 && !isTold) return;
  for (const record of records) {
    if (processInstanceKeyOf(record) === processInstanceKey || sources.has(record.position)) yield record;
    else if (tells(record, processInstanceKey)) yield asTold(record, processInstanceKey);
  }
}

/** Only events: commands of another instance are in that one's history. */
function tells(record: LogRecord, processInstanceKey: Key): boolean {
  return record.recordType === RecordType.EVENT && toldInstanceKeysOf(record).includes(processInstanceKey);
}

/** A thousand instances whose jobs were given out together get one job each, and not a thousand. */
function asTold(record: LogRecord, processInstanceKey: Key): LogRecord {
  if (record.valueType !== ValueType.JOB_BATCH) return record;
  const value = record.value as JobBatchValue;
  const jobKeys = value.jobKeys.filter((_, index) => value.jobInstanceKeys[index] === processInstanceKey);
  return { ...record, value: { ...value, jobKeys, jobInstanceKeys: jobKeys.map(() => processInstanceKey) } };
}

import { BpmnElementType, type Key, type LogRecord, NO_KEY, type RecordOf, ValueType } from '@waggle/protocol';
import { processInstanceKeyOf } from '@waggle/secondary-storage';

type Related<Type extends ValueType> = (record: RecordOf<Type>) => Key;

/** What a record changes of other process instances than its own; NO_KEY = nothing. */
const related: { readonly [Type in ValueType]?: Related<Type> } = {
  // The caller shows what it called.
  [ValueType.PROCESS_INSTANCE]: ({ value }) =>
    value.bpmnElementType === BpmnElementType.PROCESS ? value.parentProcessInstanceKey : NO_KEY,
  // Callers in between are not in the record.
  [ValueType.INCIDENT]: ({ value }) => value.rootProcessInstanceKey,
  [ValueType.HISTORY_DELETION]: ({ value }) => (value.resourceType === 'PROCESS_INSTANCE' ? value.resourceKey : NO_KEY),
};

/** The process instances that a record changes something of; each once. */
export function changedInstances(record: LogRecord): readonly Key[] {
  const own = processInstanceKeyOf(record);
  const other = (related[record.valueType] as Related<ValueType> | undefined)?.(record as RecordOf<ValueType>);
  const keys = own === undefined ? [] : [own];
  if (other !== undefined && other !== NO_KEY && other !== own) keys.push(other);
  return keys;
}

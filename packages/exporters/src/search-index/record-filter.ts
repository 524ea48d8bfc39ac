import { type LogRecord, type RecordType, ValueType } from '@waggle/protocol';
import type { SearchIndexFilter } from './search-index-settings.ts';

interface BelongsToProcess {
  readonly bpmnProcessId?: string;
}

/** @returns tells which records are exported. */
export function recordFilter(filter: SearchIndexFilter): (record: LogRecord) => boolean {
  const recordTypes: ReadonlySet<RecordType> = new Set(filter.recordTypes);
  const valueTypes: ReadonlySet<ValueType> = new Set(filter.valueTypes);
  const hasProcesses = filter.processIdInclusion.length + filter.processIdExclusion.length > 0;
  const hasVariables = filter.variableNameInclusion.length + filter.variableNameExclusion.length > 0;
  return ({ recordType, valueType, value }) => {
    if (!valueTypes.has(valueType) || !recordTypes.has(recordType)) return false;
    const { bpmnProcessId } = value as BelongsToProcess;
    // Records that belong to no process are not asked for one.
    if (hasProcesses && bpmnProcessId !== undefined && !acceptsProcess(filter, bpmnProcessId)) return false;
    if (!hasVariables || valueType !== ValueType.VARIABLE) return true;
    return acceptsVariable(filter, (value as { readonly name: string }).name);
  };
}

function acceptsProcess({ processIdInclusion, processIdExclusion }: SearchIndexFilter, processId: string): boolean {
  if (processIdExclusion.includes(processId)) return false;
  return processIdInclusion.length === 0 || processIdInclusion.includes(processId);
}

function acceptsVariable({ variableNameInclusion, variableNameExclusion }: SearchIndexFilter, name: string): boolean {
  if (variableNameExclusion.some((start) => name.startsWith(start))) return false;
  return variableNameInclusion.length === 0 || variableNameInclusion.some((start) => name.startsWith(start));
}

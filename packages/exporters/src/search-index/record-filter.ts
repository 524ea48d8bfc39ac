import { type LogRecord, type RecordType, ValueType, type VariableValue } from '@waggle/protocol';
import { isReadByOptimize } from './optimize-mode.ts';
import type { SearchIndexFilter } from './search-index-settings.ts';
import { variableFilter } from './variable-rules.ts';

interface BelongsToProcess {
  readonly bpmnProcessId?: string;
}

/** @returns tells which records are exported. */
export function recordFilter(filter: SearchIndexFilter): (record: LogRecord) => boolean {
  const recordTypes: ReadonlySet<RecordType> = new Set(filter.recordTypes);
  const valueTypes: ReadonlySet<ValueType> = new Set(filter.valueTypes);
  const hasProcesses = filter.processIdInclusion.length + filter.processIdExclusion.length > 0;
  const acceptsVariable = variableFilter(filter.variables);
  return (record) => {
    const { recordType, valueType, value } = record;
    if (!valueTypes.has(valueType) || !recordTypes.has(recordType)) return false;
    if (filter.isOptimizeMode && !isReadByOptimize(record)) return false;
    const { bpmnProcessId } = value as BelongsToProcess;
    // Records that belong to no process are not asked for one.
    if (hasProcesses && bpmnProcessId !== undefined && !acceptsProcess(filter, bpmnProcessId)) return false;
    return valueType !== ValueType.VARIABLE || (acceptsVariable?.(value as VariableValue) ?? true);
  };
}

function acceptsProcess({ processIdInclusion, processIdExclusion }: SearchIndexFilter, processId: string): boolean {
  if (processIdExclusion.includes(processId)) return false;
  return processIdInclusion.length === 0 || processIdInclusion.includes(processId);
}

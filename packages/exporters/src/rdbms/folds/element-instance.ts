import { bpmnElementTypeName, ProcessInstanceIntent, type RecordOf, type ValueType } from '@waggle/protocol';
import type { FoldContext } from '../fold.ts';

/** Element instances but those of processes. */
export function foldElementInstance(
  { intent, key, timestamp, value }: RecordOf<typeof ValueType.PROCESS_INSTANCE>,
  { changes, definitions, partitionId }: FoldContext,
): void {
  const rowKey = { element_instance_key: key };
  const { elementId } = value;
  switch (intent) {
    case ProcessInstanceIntent.ELEMENT_ACTIVATING:
      changes.insert('element_instance', {
        element_instance_key: key,
        process_instance_key: value.processInstanceKey,
        scope_key: value.flowScopeKey,
        element_id: elementId,
        element_name: definitions.elementName(value.processDefinitionKey, elementId) ?? elementId,
        type: bpmnElementTypeName(value.bpmnElementType),
        state: 'ACTIVE',
        start_date: timestamp,
        end_date: null,
        incident_key: null,
        incident_count: 0,
        has_incident: false,
        partition_id: partitionId,
      });
      break;
    case ProcessInstanceIntent.ELEMENT_COMPLETED:
      changes.update('element_instance', rowKey, { state: 'COMPLETED', end_date: timestamp });
      break;
    case ProcessInstanceIntent.ELEMENT_TERMINATED:
      changes.update('element_instance', rowKey, { state: 'TERMINATED', end_date: timestamp });
      break;
    case ProcessInstanceIntent.ELEMENT_MIGRATED:
      changes.update('element_instance', rowKey, {
        element_id: elementId,
        element_name: definitions.elementName(value.processDefinitionKey, elementId) ?? elementId,
        scope_key: value.flowScopeKey,
      });
      break;
  }
}

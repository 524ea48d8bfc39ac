import { BpmnElementType, NO_KEY, ProcessInstanceIntent, type RecordOf, type ValueType } from '@waggle/protocol';
import { removalDate } from '@waggle/secondary-storage';
import { COUNT_ENDED_ELEMENTS } from '../ended-element-counts.ts';
import type { Fold, FoldContext } from '../fold.ts';
import { foldElementInstance } from './element-instance.ts';
import { foldSequenceFlow } from './sequence-flow.ts';

type ProcessInstanceRecord = RecordOf<typeof ValueType.PROCESS_INSTANCE>;

export const foldProcessInstance: Fold<typeof ValueType.PROCESS_INSTANCE> = (record, context) => {
  switch (record.value.bpmnElementType) {
    case BpmnElementType.PROCESS:
      foldOwnElement(record, context);
      break;
    case BpmnElementType.SEQUENCE_FLOW:
      foldSequenceFlow(record, context);
      break;
    default:
      foldElementInstance(record, context);
  }
};

/** The element instance of the process itself is the process instance. */
function foldOwnElement({ intent, key, timestamp, value }: ProcessInstanceRecord, context: FoldContext): void {
  const { changes, definitions, partitionId } = context;
  const rowKey = { process_instance_key: key };
  switch (intent) {
    case ProcessInstanceIntent.ELEMENT_ACTIVATING: {
      const definition = definitions.get(value.processDefinitionKey);
      changes.insert('process_instance', {
        process_instance_key: key,
        root_process_instance_key: value.rootProcessInstanceKey,
        parent_process_instance_key: keyOrNull(value.parentProcessInstanceKey),
        parent_element_instance_key: keyOrNull(value.parentElementInstanceKey),
        process_definition_key: value.processDefinitionKey,
        process_definition_id: value.bpmnProcessId,
        process_definition_name: definition?.name ?? null,
        process_definition_version: value.version,
        process_definition_version_tag: definition?.versionTag ?? null,
        tenant_id: value.tenantId,
        state: 'ACTIVE',
        is_running: true,
        start_date: timestamp,
        end_date: null,
        suspended_date: null,
        incident_count: 0,
        has_incident: false,
        tags: '[]',
        business_id: null,
        partition_id: partitionId,
        removal_date: null,
      });
      break;
    }
    case ProcessInstanceIntent.ELEMENT_COMPLETED:
      changes.update('process_instance', rowKey, { state: 'COMPLETED', ...endCells(timestamp, value, context) });
      changes.executeFor(COUNT_ENDED_ELEMENTS, key);
      break;
    case ProcessInstanceIntent.ELEMENT_TERMINATED:
      changes.update('process_instance', rowKey, {
        state: 'TERMINATED',
        suspended_date: null,
        ...endCells(timestamp, value, context),
      });
      changes.executeFor(COUNT_ENDED_ELEMENTS, key);
      break;
    case ProcessInstanceIntent.SUSPENDED:
      changes.update('process_instance', rowKey, { state: 'SUSPENDED', suspended_date: timestamp });
      break;
    case ProcessInstanceIntent.RESUMED:
      changes.update('process_instance', rowKey, { state: 'ACTIVE', suspended_date: null });
      break;
    case ProcessInstanceIntent.ELEMENT_MIGRATED: {
      const definition = definitions.get(value.processDefinitionKey);
      changes.update('process_instance', rowKey, {
        process_definition_key: value.processDefinitionKey,
        process_definition_id: value.bpmnProcessId,
        process_definition_name: definition?.name ?? null,
        process_definition_version: value.version,
        process_definition_version_tag: definition?.versionTag ?? null,
      });
      break;
    }
  }
}

/** What was called goes with its root. */
function endCells(endDate: number, value: ProcessInstanceRecord['value'], { definitions, retention }: FoldContext) {
  const ended = { is_running: false, end_date: endDate };
  if (value.parentProcessInstanceKey !== NO_KEY) return ended;
  const keptMs = definitions.get(value.processDefinitionKey)?.historyMs ?? retention.historyMs;
  return { ...ended, removal_date: removalDate(endDate, keptMs) };
}

function keyOrNull(key: bigint): bigint | null {
  return key === NO_KEY ? null : key;
}

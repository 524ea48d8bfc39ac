/** What is done to each item of a batch operation: the same command that a client would send. */
import {
  type BatchOperationCreationValue,
  type BatchOperationItem,
  BatchOperationType,
  BpmnElementType,
  HistoryDeletionIntent,
  IncidentIntent,
  incidentCommandValue,
  JobIntent,
  jobCommandValue,
  type Key,
  type LogRecord,
  NO_KEY,
  ProcessInstanceIntent,
  ProcessInstanceMigrationIntent,
  ProcessInstanceModificationIntent,
  type ProcessInstanceValue,
  processInstanceCommandValue,
  type RecordValues,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../processing.ts';

/** Writes a command of the operation. */
type Send = <Type extends ValueType>(valueType: Type, intent: number, key: Key, value: RecordValues[Type]) => void;

type ItemCommand = (
  send: Send,
  item: BatchOperationItem,
  operation: BatchOperationCreationValue,
  processing: Processing,
) => void;

const instanceCommand =
  (intent: number): ItemCommand =>
  (send, { itemKey }, operation, { state }) => {
    const value = state.elementInstances.get(itemKey)?.value ?? endedInstance(itemKey, operation.tenantId);
    send(ValueType.PROCESS_INSTANCE, intent, itemKey, value);
  };

const itemCommands: Readonly<Record<BatchOperationType, ItemCommand>> = {
  [BatchOperationType.CANCEL_PROCESS_INSTANCE]: instanceCommand(ProcessInstanceIntent.CANCEL),
  [BatchOperationType.SUSPEND_PROCESS_INSTANCE]: instanceCommand(ProcessInstanceIntent.SUSPEND),
  [BatchOperationType.RESUME_PROCESS_INSTANCE]: instanceCommand(ProcessInstanceIntent.RESUME),
  [BatchOperationType.RESOLVE_INCIDENT]: resolveIncident,

  [BatchOperationType.MIGRATE_PROCESS_INSTANCE]: (send, { itemKey }, operation) => {
    const { targetProcessDefinitionKey, mappingInstructions, tenantId } = operation;
    send(ValueType.PROCESS_INSTANCE_MIGRATION, ProcessInstanceMigrationIntent.MIGRATE, itemKey, {
      processInstanceKey: itemKey,
      targetProcessDefinitionKey,
      mappingInstructions,
      tenantId,
      interruptions: [],
    });
  },

  [BatchOperationType.MODIFY_PROCESS_INSTANCE]: (send, { itemKey }, { moveInstructions, tenantId }) => {
    send(ValueType.PROCESS_INSTANCE_MODIFICATION, ProcessInstanceModificationIntent.MODIFY, itemKey, {
      processInstanceKey: itemKey,
      activateInstructions: [],
      terminateInstructions: [],
      moveInstructions: moveInstructions.map(({ sourceElementId, targetElementId }) => ({
        sourceElementId,
        sourceElementInstanceKey: NO_KEY,
        targetElementId,
        ancestorScopeKey: NO_KEY,
        // One plan for many instances cannot name scopes.
        infersAncestorScope: true,
        usesSourceParentAsScope: false,
        variableInstructions: [],
      })),
      tenantId,
      ancestorScopeKeys: [],
      terminatedElementInstanceKeys: [],
    });
  },

  [BatchOperationType.DELETE_PROCESS_INSTANCE]: deleteHistory('PROCESS_INSTANCE'),
  [BatchOperationType.DELETE_DECISION_INSTANCE]: deleteHistory('DECISION_INSTANCE'),

  [BatchOperationType.UPDATE_JOB]: (send, { itemKey }, { jobChange }) => {
    send(ValueType.JOB, JobIntent.UPDATE, itemKey, jobCommandValue(jobChange));
  },
};

/** Asks for one item to be worked on. What comes of it carries the operation's key. */
export function sendItemCommand(
  processing: Processing,
  operation: BatchOperationCreationValue,
  item: BatchOperationItem,
): void {
  const send: Send = (valueType, intent, key, value) =>
    processing.write.followUp(valueType, intent, key, value, operation.batchOperationKey);
  itemCommands[operation.batchOperationType](send, item, operation, processing);
}

const itemIntents: Partial<Record<ValueType, readonly number[]>> = {
  [ValueType.PROCESS_INSTANCE]: [
    ProcessInstanceIntent.CANCEL,
    ProcessInstanceIntent.SUSPEND,
    ProcessInstanceIntent.RESUME,
  ],
  [ValueType.INCIDENT]: [IncidentIntent.RESOLVE],
  [ValueType.JOB]: [JobIntent.UPDATE],
  [ValueType.PROCESS_INSTANCE_MIGRATION]: [ProcessInstanceMigrationIntent.MIGRATE],
  [ValueType.PROCESS_INSTANCE_MODIFICATION]: [ProcessInstanceModificationIntent.MODIFY],
  [ValueType.HISTORY_DELETION]: [HistoryDeletionIntent.DELETE],
};

/** Tells the commands above from what follows from them and carries the operation's key as well. */
export function isItemCommand({ valueType, intent, batchOperationReference }: LogRecord): boolean {
  return batchOperationReference !== NO_KEY && itemIntents[valueType]?.includes(intent) === true;
}

function deleteHistory(resourceType: string): ItemCommand {
  return (send, { itemKey }, { tenantId }) => {
    const value = { resourceKey: itemKey, resourceType, processId: '', tenantId };
    send(ValueType.HISTORY_DELETION, HistoryDeletionIntent.DELETE, itemKey, value);
  };
}

function resolveIncident(
  send: Send,
  { itemKey, processInstanceKey, rootProcessInstanceKey }: BatchOperationItem,
  { tenantId }: BatchOperationCreationValue,
  { state }: Processing,
): void {
  const incident = state.incidents.get(itemKey);
  const job = incident === undefined ? undefined : state.jobs.get(incident.jobKey);
  // A job without retries would fail the resolution: who resolves many at once wants each tried once more.
  if (incident !== undefined && job !== undefined && job.value.retries <= 0) {
    send(ValueType.JOB, JobIntent.UPDATE_RETRIES, incident.jobKey, jobCommandValue({ retries: 1 }));
  }
  const resolved = incident ?? incidentCommandValue({ processInstanceKey, rootProcessInstanceKey, tenantId });
  send(ValueType.INCIDENT, IncidentIntent.RESOLVE, itemKey, resolved);
}

/** An instance that ended before its turn: the command only names it, and is refused. */
function endedInstance(processInstanceKey: Key, tenantId: string): ProcessInstanceValue {
  return processInstanceCommandValue({
    processInstanceKey,
    bpmnElementType: BpmnElementType.PROCESS,
    rootProcessInstanceKey: processInstanceKey,
    tenantId,
  });
}

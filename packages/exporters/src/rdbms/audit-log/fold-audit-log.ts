/**
 * Who did what, as records tell it.
 *
 * 1. An operation is what a client's command brought about by itself, or one of a batch operation. Whatever follows from it
 *    is the engine's doing.
 * 2. Commands and what they bring about at once lie in one batch, so a batch's commands are enough to know.
 * 3. No schedule and no other partition asks for the operations of the table, but for those that are distributed.
 */
import {
  type Key,
  keyOf,
  type LogRecord,
  NO_KEY,
  partitionIdOf,
  RecordType,
  rejectionTypeName,
} from '@waggle/protocol';
import { removalDate } from '@waggle/secondary-storage';
import type { FoldContext } from '../fold.ts';
import type { AuditedOperations, AuditLogRow } from './audited-operation.ts';
import { auditedOperations } from './audited-operations.ts';

/** Whether what a command brings about may have to be recorded. */
export function isAuditedCommand({ recordType, sourceRecordPosition, batchOperationReference }: LogRecord): boolean {
  return recordType === RecordType.COMMAND && (sourceRecordPosition === -1 || batchOperationReference !== NO_KEY);
}

export function foldAuditLog(record: LogRecord, context: FoldContext): void {
  // What would go at once is not worth a tenth of the export.
  if (context.retention.auditLogMs === 0) return;
  const operations = auditedOperations[record.valueType] as AuditedOperations<never> | undefined;
  if (operations === undefined) return;
  const operationType = operationTypeOf(record, operations);
  if (operationType === undefined || !isOperation(record, operations, context)) return;
  context.changes.insert('audit_log', {
    ...NOTHING_KNOWN,
    ...usualKeys(record),
    audit_log_key: keyOf(context.partitionId, BigInt(record.position)),
    entity_key: String(record.key),
    entity_type: operations.entityType,
    operation_type: operationType,
    result: 'SUCCESS',
    category: operations.category,
    timestamp: record.timestamp,
    removal_date: removalDate(record.timestamp, context.retention.auditLogMs),
    batch_operation_key: keyOrNull(record.batchOperationReference),
    ...operations.details?.(record as LogRecord<never>),
    ...(record.recordType === RecordType.COMMAND_REJECTION ? failure(record) : {}),
  });
}

function operationTypeOf(
  { recordType, intent, rejectionType }: LogRecord,
  { events, rejections, rejectionTypes }: AuditedOperations<never>,
): string | undefined {
  switch (recordType) {
    case RecordType.EVENT:
      return events[intent];
    case RecordType.COMMAND_REJECTION:
      return rejectionTypes?.includes(rejectionType) ? rejections?.[intent] : undefined;
    default:
      return undefined;
  }
}

function isOperation(
  record: LogRecord,
  { askedBy, isDistributed, isOperation: isAlways }: AuditedOperations<never>,
  { commands, partitionId }: FoldContext,
): boolean {
  if (isDistributed && partitionIdOf(record.key) !== partitionId) return false;
  if (record.recordType === RecordType.EVENT && isAlways !== undefined) return isAlways(record.value as never);
  const command = commands.get(record.sourceRecordPosition);
  if (command === undefined) return false;
  return askedBy?.includes(command.valueType) ?? command.valueType === record.valueType;
}

function failure({ rejectionType }: LogRecord): Partial<AuditLogRow> {
  return { result: 'FAIL', entity_description: rejectionTypeName(rejectionType) };
}

const NOTHING_KNOWN = {
  actor_type: 'ANONYMOUS',
  actor_id: null,
  entity_description: null,
  tenant_id: null,
  process_definition_id: null,
  process_definition_key: null,
  process_instance_key: null,
  element_instance_key: null,
  job_key: null,
  user_task_key: null,
  decision_requirements_id: null,
  decision_requirements_key: null,
  decision_definition_id: null,
  decision_definition_key: null,
  decision_evaluation_key: null,
  deployment_key: null,
  form_key: null,
  resource_key: null,
  related_entity_key: null,
  related_entity_type: null,
  agent_element_id: null,
  inbound_channel_type: null,
  inbound_channel_tool_name: null,
} as const satisfies Partial<AuditLogRow>;

/** Keys that many values have by the same names. */
interface UsualKeys {
  readonly bpmnProcessId?: string;
  readonly processDefinitionKey?: Key;
  readonly processInstanceKey?: Key;
  readonly elementInstanceKey?: Key;
  readonly jobKey?: Key;
  readonly tenantId?: string;
}

function usualKeys({ value }: LogRecord) {
  const keys = value as UsualKeys;
  return {
    process_definition_id: keys.bpmnProcessId || null,
    process_definition_key: keyOrNull(keys.processDefinitionKey),
    process_instance_key: keyOrNull(keys.processInstanceKey),
    element_instance_key: keyOrNull(keys.elementInstanceKey),
    job_key: keyOrNull(keys.jobKey),
    tenant_id: keys.tenantId || null,
  };
}

function keyOrNull(key: Key | undefined): Key | null {
  return key === undefined || key === NO_KEY ? null : key;
}

import type { AuditLogResult } from '../../api/gen/api.ts';

type Concerned = Pick<
  AuditLogResult,
  | 'entityType'
  | 'entityKey'
  | 'processInstanceKey'
  | 'batchOperationKey'
  | 'userTaskKey'
  | 'decisionEvaluationKey'
  | 'processDefinitionId'
>;

/** Where what an operation was about can be seen. @returns `undefined` = nowhere. */
export function entityAddress(entry: Concerned): string | undefined {
  switch (entry.entityType) {
    case 'PROCESS_INSTANCE':
      return processInstanceAddress(entry.processInstanceKey ?? entry.entityKey);
    case 'INCIDENT':
    case 'JOB':
    case 'VARIABLE':
      return entry.processInstanceKey === null ? undefined : processInstanceAddress(entry.processInstanceKey);
    case 'BATCH':
      return `/operate/batch-operations/${encodeURIComponent(entry.batchOperationKey ?? entry.entityKey)}`;
    case 'USER_TASK':
      return `/tasklist/${encodeURIComponent(entry.userTaskKey ?? entry.entityKey)}`;
    case 'DECISION':
      return `/operate/decisions?keys=${encodeURIComponent(entry.decisionEvaluationKey ?? entry.entityKey)}`;
    case 'RESOURCE':
      return entry.processDefinitionId === null
        ? undefined
        : `/operate/processes?process=${encodeURIComponent(entry.processDefinitionId)}`;
    default:
      return undefined;
  }
}

export function processInstanceAddress(processInstanceKey: string): string {
  return `/operate/processes/${encodeURIComponent(processInstanceKey)}`;
}

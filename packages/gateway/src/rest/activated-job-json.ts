import { type ActivatedJob, type ActivatedUserTask, JobKind, JobListenerEventType } from '@waggle/protocol';
import { jsonKey, jsonKeyOrNull, jsonObject, jsonText, jsonTextOrNull } from './json-text.ts';

/** JSON texts of names by wire code. */
function namesOf<Code extends number>(codes: Readonly<Record<string, Code>>): ReadonlyMap<Code, string> {
  return new Map(Object.entries(codes).map(([name, code]) => [code, jsonText(name)]));
}

const kindNames = namesOf(JobKind);
const listenerEventTypeNames = namesOf(JobListenerEventType);

/** The text of an `ActivatedJobResult`. */
export function activatedJobJson(job: ActivatedJob): string {
  return jsonObject({
    type: jsonText(job.type),
    processDefinitionId: jsonText(job.bpmnProcessId),
    processDefinitionVersion: String(job.processDefinitionVersion),
    elementId: jsonText(job.elementId),
    customHeaders: JSON.stringify(job.customHeaders),
    worker: jsonText(job.worker),
    retries: String(job.retries),
    deadline: String(job.deadline),
    variables: job.variables || '{}',
    tenantId: jsonText(job.tenantId),
    physicalTenantId: '"default"',
    jobKey: jsonKey(job.jobKey),
    processInstanceKey: jsonKey(job.processInstanceKey),
    processDefinitionKey: jsonKey(job.processDefinitionKey),
    elementInstanceKey: jsonKey(job.elementInstanceKey),
    kind: kindNames.get(job.kind) ?? '"BPMN_ELEMENT"',
    listenerEventType: listenerEventTypeNames.get(job.listenerEventType) ?? '"UNSPECIFIED"',
    userTask: job.userTask === undefined ? 'null' : userTaskJson(job.userTask),
    tags: JSON.stringify(job.tags),
    rootProcessInstanceKey: jsonKeyOrNull(job.rootProcessInstanceKey),
    businessId: jsonTextOrNull(job.businessId),
    priority: String(job.priority),
    leaseToken: jsonTextOrNull(job.leaseToken),
  });
}

/** The text of `UserTaskProperties`. */
function userTaskJson(task: ActivatedUserTask): string {
  return jsonObject({
    action: jsonText(task.action),
    assignee: jsonTextOrNull(task.assignee),
    candidateGroups: JSON.stringify(task.candidateGroups),
    candidateUsers: JSON.stringify(task.candidateUsers),
    changedAttributes: JSON.stringify(task.changedAttributes),
    dueDate: jsonTextOrNull(task.dueDate),
    followUpDate: jsonTextOrNull(task.followUpDate),
    formKey: jsonKeyOrNull(task.formKey),
    priority: String(task.priority),
    userTaskKey: jsonKeyOrNull(task.userTaskKey),
  });
}

/** What a client gives in a command that names its target by key alone. */
import {
  DEFAULT_TENANT_ID,
  type IncidentValue,
  type Key,
  NO_KEY,
  type ProcessInstanceValue,
  type UserTaskValue,
} from '@waggle/protocol';

export const EMPTY_INSTANCE: ProcessInstanceValue = {
  bpmnProcessId: '',
  version: -1,
  processDefinitionKey: NO_KEY,
  processInstanceKey: NO_KEY,
  elementId: '',
  flowScopeKey: NO_KEY,
  bpmnElementType: 0,
  bpmnEventType: 0,
  parentProcessInstanceKey: NO_KEY,
  parentElementInstanceKey: NO_KEY,
  rootProcessInstanceKey: NO_KEY,
  tenantId: DEFAULT_TENANT_ID,
  consumedFlowIds: [],
  loopCounter: 0,
};

export const EMPTY_INCIDENT: IncidentValue = {
  errorType: 0,
  errorMessage: '',
  bpmnProcessId: '',
  processDefinitionKey: NO_KEY,
  processInstanceKey: NO_KEY,
  elementId: '',
  elementInstanceKey: NO_KEY,
  jobKey: NO_KEY,
  variableScopeKey: NO_KEY,
  rootProcessInstanceKey: NO_KEY,
  tenantId: DEFAULT_TENANT_ID,
};

export function emptyUserTask(userTaskKey: Key): UserTaskValue {
  return {
    userTaskKey,
    assignee: '',
    candidateGroupsList: [],
    candidateUsersList: [],
    dueDate: '',
    followUpDate: '',
    formKey: NO_KEY,
    externalFormReference: '',
    customHeaders: {},
    priority: 0,
    changedAttributes: [],
    action: '',
    creationTimestamp: -1,
    variables: '{}',
    deniedReason: '',
    elementId: '',
    elementInstanceKey: NO_KEY,
    bpmnProcessId: '',
    processDefinitionVersion: -1,
    processDefinitionKey: NO_KEY,
    processInstanceKey: NO_KEY,
    rootProcessInstanceKey: NO_KEY,
    tags: [],
    tenantId: DEFAULT_TENANT_ID,
  };
}

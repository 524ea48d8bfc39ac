import {
  type CommandRequest,
  DEFAULT_TENANT_ID,
  type Key,
  NO_KEY,
  type UserTaskIntent,
  type UserTaskValue,
  ValueType,
} from '@waggle/protocol';

/** A command for a user task. @param changes what the command says; the engine knows the rest by the key. */
export function userTaskCommand(
  intent: UserTaskIntent,
  userTaskKey: Key,
  changes: Partial<UserTaskValue>,
): CommandRequest<typeof ValueType.USER_TASK> {
  return { valueType: ValueType.USER_TASK, intent, key: userTaskKey, value: { ...UNSAID, userTaskKey, ...changes } };
}

const UNSAID: UserTaskValue = {
  userTaskKey: NO_KEY,
  assignee: '',
  candidateGroupsList: [],
  candidateUsersList: [],
  dueDate: '',
  followUpDate: '',
  formKey: NO_KEY,
  externalFormReference: '',
  customHeaders: {},
  priority: -1,
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

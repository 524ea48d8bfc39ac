import {
  type CommandRequest,
  DEFAULT_TENANT_ID,
  JobKind,
  type JobValue,
  type Key,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';

/** A job command names its job by key; the engine knows the rest, so the value carries only what the command changes. */
const UNCHANGED: JobValue = {
  type: '',
  worker: '',
  retries: -1,
  deadline: -1,
  retryBackoff: 0,
  recurringTime: -1,
  timeout: -1,
  errorMessage: '',
  errorCode: '',
  customHeaders: {},
  kind: JobKind.BPMN_ELEMENT,
  elementId: '',
  elementInstanceKey: NO_KEY,
  bpmnProcessId: '',
  processDefinitionVersion: -1,
  processDefinitionKey: NO_KEY,
  processInstanceKey: NO_KEY,
  tenantId: DEFAULT_TENANT_ID,
  variables: '{}',
  changedAttributes: [],
};

export function jobCommand(
  intent: number,
  jobKey: Key,
  changes: Partial<JobValue>,
  operationReference: Key = NO_KEY,
): CommandRequest<typeof ValueType.JOB> {
  return { valueType: ValueType.JOB, intent, key: jobKey, value: { ...UNCHANGED, ...changes }, operationReference };
}

import type { ValueCodec } from '../encoding/value-codec.ts';
import { type Key, NO_KEY } from '../key.ts';
import { DEFAULT_TENANT_ID } from '../limits.ts';
import { type JobResult, readJobResult, writeJobResult } from './job-result.ts';

export const JobKind = { BPMN_ELEMENT: 0, EXECUTION_LISTENER: 1, TASK_LISTENER: 2, AD_HOC_SUB_PROCESS: 3 } as const;
export type JobKindName = keyof typeof JobKind;
export type JobKind = (typeof JobKind)[JobKindName];

/** Which event of an element or a user task a listener job is for. */
export const JobListenerEventType = {
  UNSPECIFIED: 0,
  START: 1,
  END: 2,
  CREATING: 3,
  ASSIGNING: 4,
  UPDATING: 5,
  COMPLETING: 6,
  CANCELING: 7,
  BEFORE_ALL: 8,
  CANCEL: 9,
} as const;
export type JobListenerEventTypeName = keyof typeof JobListenerEventType;
export type JobListenerEventType = (typeof JobListenerEventType)[JobListenerEventTypeName];

export interface JobValue {
  readonly type: string;
  /** Names the worker that activated the job last; empty before. */
  readonly worker: string;
  readonly retries: number;
  /** Epoch ms until which the job belongs to its worker; -1 when not activated. */
  readonly deadline: number;
  /** Delay in ms before a failed job can be activated again; 0 = at once. */
  readonly retryBackoff: number;
  /** Epoch ms when a back-off ends; -1 without back-off. */
  readonly recurringTime: number;
  /** Requested new time-out in ms of an UPDATE_TIMEOUT or UPDATE command; -1 = unchanged. */
  readonly timeout: number;
  readonly errorMessage: string;
  readonly errorCode: string;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly kind: JobKind;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  readonly bpmnProcessId: string;
  readonly processDefinitionVersion: number;
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  readonly tenantId: string;
  /** JSON object text: the worker's variables in COMPLETE, FAIL and THROW_ERROR; otherwise `{}`. */
  readonly variables: string;
  /** What an UPDATE command changes: `retries`, `timeout`, `priority`. In a task listener's job what the task's transition changes. */
  readonly changedAttributes: readonly string[];
  readonly listenerEventType: JobListenerEventType;
  /** Higher ones are given out first. */
  readonly priority: number;
  /** Names the activation that may complete the job, when it was activated with a lease; otherwise empty. */
  readonly leaseToken: string;
  /** What a COMPLETE command gives beside variables. */
  readonly result: JobResult | undefined;
}

export const jobCodec: ValueCodec<JobValue> = {
  write(writer, value) {
    writer.arrayHeader(24);
    writer.text(value.type);
    writer.text(value.worker);
    writer.integer(value.retries);
    writer.integer(value.deadline);
    writer.integer(value.retryBackoff);
    writer.integer(value.recurringTime);
    writer.integer(value.timeout);
    writer.text(value.errorMessage);
    writer.text(value.errorCode);
    writer.textMap(value.customHeaders);
    writer.integer(value.kind);
    writer.text(value.elementId);
    writer.key(value.elementInstanceKey);
    writer.text(value.bpmnProcessId);
    writer.integer(value.processDefinitionVersion);
    writer.key(value.processDefinitionKey);
    writer.key(value.processInstanceKey);
    writer.text(value.tenantId);
    writer.text(value.variables);
    writer.texts(value.changedAttributes);
    writer.integer(value.listenerEventType);
    writer.integer(value.priority);
    writer.text(value.leaseToken);
    writeJobResult(writer, value.result);
  },
  read(reader, fields) {
    return {
      type: reader.text(),
      worker: reader.text(),
      retries: reader.integer(),
      deadline: reader.integer(),
      retryBackoff: reader.integer(),
      recurringTime: reader.integer(),
      timeout: reader.integer(),
      errorMessage: reader.text(),
      errorCode: reader.text(),
      customHeaders: reader.textMap(),
      kind: reader.integer() as JobKind,
      elementId: reader.text(),
      elementInstanceKey: reader.key(),
      bpmnProcessId: reader.text(),
      processDefinitionVersion: reader.integer(),
      processDefinitionKey: reader.key(),
      processInstanceKey: reader.key(),
      tenantId: reader.text(),
      variables: reader.text(),
      changedAttributes: reader.texts(),
      listenerEventType: fields > 20 ? (reader.integer() as JobListenerEventType) : JobListenerEventType.UNSPECIFIED,
      priority: fields > 21 ? reader.integer() : 0,
      leaseToken: fields > 22 ? reader.text() : '',
      result: fields > 23 ? readJobResult(reader) : undefined,
    };
  },
};

/** A job command names its job by key and the engine knows the rest: the value carries only what the command changes. */
export function jobCommandValue(changes: Partial<JobValue>): JobValue {
  return { ...UNCHANGED, ...changes };
}

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
  listenerEventType: JobListenerEventType.UNSPECIFIED,
  priority: 0,
  leaseToken: '',
  result: undefined,
};

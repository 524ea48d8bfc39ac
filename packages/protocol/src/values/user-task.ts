import type { ValueCodec } from '../encoding/value-codec.ts';
import { type Key, NO_KEY } from '../key.ts';
import { DEFAULT_TENANT_ID } from '../limits.ts';

/** A user task the engine itself manages (`zeebe:userTask`). */
export interface UserTaskValue {
  readonly userTaskKey: Key;
  /** Empty = unassigned. */
  readonly assignee: string;
  readonly candidateGroupsList: readonly string[];
  readonly candidateUsersList: readonly string[];
  /** ISO 8601 date-time; empty = none. */
  readonly dueDate: string;
  /** ISO 8601 date-time; empty = none. */
  readonly followUpDate: string;
  /** The form the task is bound to; NO_KEY without. */
  readonly formKey: Key;
  readonly externalFormReference: string;
  readonly customHeaders: Readonly<Record<string, string>>;
  /** 0 to 100. */
  readonly priority: number;
  /** Attributes a command gives or an event changed. */
  readonly changedAttributes: readonly string[];
  /** What the client calls what it does: `assign`, `claim`, `complete` or its own word. */
  readonly action: string;
  /** Epoch ms. */
  readonly creationTimestamp: number;
  /** JSON object text. */
  readonly variables: string;
  /** Why a listener refused a transition; empty otherwise. */
  readonly deniedReason: string;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  readonly bpmnProcessId: string;
  readonly processDefinitionVersion: number;
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  readonly tags: readonly string[];
  readonly tenantId: string;
}

export const userTaskCodec: ValueCodec<UserTaskValue> = {
  write(writer, value) {
    writer.arrayHeader(24);
    writer.key(value.userTaskKey);
    writer.text(value.assignee);
    writer.texts(value.candidateGroupsList);
    writer.texts(value.candidateUsersList);
    writer.text(value.dueDate);
    writer.text(value.followUpDate);
    writer.key(value.formKey);
    writer.text(value.externalFormReference);
    writer.textMap(value.customHeaders);
    writer.integer(value.priority);
    writer.texts(value.changedAttributes);
    writer.text(value.action);
    writer.integer(value.creationTimestamp);
    writer.text(value.variables);
    writer.text(value.deniedReason);
    writer.text(value.elementId);
    writer.key(value.elementInstanceKey);
    writer.text(value.bpmnProcessId);
    writer.integer(value.processDefinitionVersion);
    writer.key(value.processDefinitionKey);
    writer.key(value.processInstanceKey);
    writer.key(value.rootProcessInstanceKey);
    writer.texts(value.tags);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      userTaskKey: reader.key(),
      assignee: reader.text(),
      candidateGroupsList: reader.texts(),
      candidateUsersList: reader.texts(),
      dueDate: reader.text(),
      followUpDate: reader.text(),
      formKey: reader.key(),
      externalFormReference: reader.text(),
      customHeaders: reader.textMap(),
      priority: reader.integer(),
      changedAttributes: reader.texts(),
      action: reader.text(),
      creationTimestamp: reader.integer(),
      variables: reader.text(),
      deniedReason: reader.text(),
      elementId: reader.text(),
      elementInstanceKey: reader.key(),
      bpmnProcessId: reader.text(),
      processDefinitionVersion: reader.integer(),
      processDefinitionKey: reader.key(),
      processInstanceKey: reader.key(),
      rootProcessInstanceKey: reader.key(),
      tags: reader.texts(),
      tenantId: reader.text(),
    };
  },
};

/** A command of a client names a user task by key and the engine knows the rest: the value carries only what the command says. */
export function userTaskCommandValue(changes: Partial<UserTaskValue> = {}): UserTaskValue {
  return { ...NAMED_BY_KEY, ...changes };
}

const NAMED_BY_KEY: UserTaskValue = {
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

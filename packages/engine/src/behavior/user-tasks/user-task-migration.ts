/** What a migration does to the user task of an element: it moves along, or takes the place of a worker's job. */
import type { ExecutableElement } from '@waggle/bpmn';
import { JobKind, type Key, NO_KEY, UserTaskIntent, type UserTaskValue, ValueType } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { type ElementInstance, isActivated } from '../../state/element-instance.ts';
import { findUserTask } from '../../state/user-task.ts';
import { resolveIncidentsOf } from '../incidents.ts';
import { cancelJob } from '../jobs/jobs.ts';
import { DEFAULT_PRIORITY, differences } from './user-task-attributes.ts';
import { newUserTask } from './user-task-creation.ts';
import { listHeader, ownHeaders, textHeader } from './user-task-headers.ts';
import { evaluateUrgency, type UserTaskProperties } from './user-task-properties.ts';

/** Lets the user task of a migrated element follow; does nothing when it has none. */
export function migrateUserTask(processing: Processing, instance: ElementInstance): void {
  const found = findUserTask(processing.state, instance.key);
  if (found === undefined) return;
  const { key, task } = found;
  const { elementId, bpmnProcessId, version, processDefinitionKey } = instance.value;
  const place = { elementId, bpmnProcessId, processDefinitionVersion: version, processDefinitionKey };
  processing.write.event(ValueType.USER_TASK, UserTaskIntent.MIGRATED, key, { ...task.value, ...place });
}

/** Whether a task that is left to a worker may become one that the engine keeps. */
export function canTakeOverUserTask(source: ExecutableElement, target: ExecutableElement): boolean {
  return source.userTask?.implementation === 'job' && target.userTask?.implementation === 'native';
}

/**
 * Gives an element that is left to a worker a user task as its job describes it; the target may name another assignee and a
 * priority, which jobs do not have. It runs already, so no listener is asked.
 * Before its job is created there is nothing to take over: the element begins by its new definition.
 */
export function takeOverUserTask(processing: Processing, instance: ElementInstance, target: ExecutableElement): void {
  const job = processing.state.jobs.get(instance.jobKey);
  if (!isActivated(instance) || job?.value.kind !== JobKind.BPMN_ELEMENT) return;
  const { customHeaders } = job.value;
  const properties = { ...propertiesOf(customHeaders), ...evaluateUrgency(processing, target, instance) };
  cancelJob(processing, instance);
  resolveIncidentsOf(processing, instance.key);
  const task = newUserTask(processing, target, instance, properties);
  const meant = { ...task, customHeaders: ownHeaders(customHeaders) };
  const write = (intent: number, value: UserTaskValue) =>
    processing.write.event(ValueType.USER_TASK, intent, meant.userTaskKey, value);
  const created = { ...meant, assignee: '' };
  write(UserTaskIntent.CREATING, meant);
  write(UserTaskIntent.CREATED, created);
  if (meant.assignee === '') return;
  const assigned = { ...meant, changedAttributes: differences(created, meant) };
  write(UserTaskIntent.ASSIGNING, assigned);
  write(UserTaskIntent.ASSIGNED, assigned);
}

function propertiesOf(headers: Readonly<Record<string, string>>): UserTaskProperties {
  const form = textHeader(headers, 'formKey');
  const isDeployed = /^\d+$/.test(form);
  return {
    assignee: textHeader(headers, 'assignee'),
    candidateGroupsList: listHeader(headers, 'candidateGroups'),
    candidateUsersList: listHeader(headers, 'candidateUsers'),
    dueDate: textHeader(headers, 'dueDate'),
    followUpDate: textHeader(headers, 'followUpDate'),
    formKey: isDeployed ? (BigInt(form) as Key) : NO_KEY,
    externalFormReference: isDeployed ? '' : form,
    priority: DEFAULT_PRIORITY,
  };
}

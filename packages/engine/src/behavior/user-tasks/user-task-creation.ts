import type { ExecutableElement } from '@waggle/bpmn';
import type { UserTaskValue } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { findUserTask } from '../../state/user-task.ts';
import { definitionOf, type UserTaskProperties } from './user-task-properties.ts';
import { beginTransition } from './user-task-transitions.ts';

/** Creates the user task of an element. The assignee is only meant until it is assigned. */
export function createUserTask(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
  properties: UserTaskProperties,
): void {
  beginTransition(processing, instance, 'CREATING', newUserTask(processing, element, instance, properties));
}

/** A task of an element, with a key of its own. */
export function newUserTask(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
  properties: UserTaskProperties,
): UserTaskValue {
  const { value } = instance;
  return {
    ...properties,
    userTaskKey: processing.keys.next(),
    customHeaders: definitionOf(element).headers,
    changedAttributes: [],
    action: '',
    creationTimestamp: processing.now,
    variables: '{}',
    deniedReason: '',
    elementId: value.elementId,
    elementInstanceKey: instance.key,
    bpmnProcessId: value.bpmnProcessId,
    processDefinitionVersion: value.version,
    processDefinitionKey: value.processDefinitionKey,
    processInstanceKey: value.processInstanceKey,
    rootProcessInstanceKey: value.rootProcessInstanceKey,
    tags: processing.state.processInstanceMetadata.get(value.processInstanceKey)?.tags ?? [],
    tenantId: value.tenantId,
  };
}

/** Assigns a task that was just created to whom the model meant. */
export function assignMeantAssignee(processing: Processing, instance: ElementInstance, assignee: string): void {
  if (assignee === '') return;
  const task = findUserTask(processing.state, instance.key)?.task;
  // While listeners to the creation are at work, assigning comes after them.
  if (task?.state === 'CREATED') {
    beginTransition(processing, instance, 'ASSIGNING', { ...task.value, assignee, action: '', deniedReason: '' });
  }
}

import { type Key, RejectionType, UserTaskIntent, ValueType } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { findUserTask, type UserTask } from '../../state/user-task.ts';
import { refuseRequests } from './async-requests.ts';
import { beginTransition, continueTransition } from './user-task-transitions.ts';

/**
 * Ends the user task of an element that terminates; who waits for a transition of it is told that it will not happen.
 * @returns whether the task is gone; `false` while listeners to its end are at work.
 */
export function cancelUserTask(processing: Processing, instance: ElementInstance): boolean {
  const { state, write } = processing;
  const found = findUserTask(state, instance.key);
  if (found === undefined) return true;
  const { key, task } = found;
  // An incident had stopped it half-way.
  if (task.state === 'CANCELING') return continueTransition(processing, key);
  refuseWaitingClients(processing, instance, key, task);
  const assignee = task.state === 'CREATING' ? '' : task.value.assignee;
  const canceling = { ...task.value, assignee, action: '', changedAttributes: [], deniedReason: '' };
  if (!isTakenOut(processing, instance)) return beginTransition(processing, instance, 'CANCELING', canceling);
  write.event(ValueType.USER_TASK, UserTaskIntent.CANCELING, key, canceling);
  write.event(ValueType.USER_TASK, UserTaskIntent.CANCELED, key, canceling);
  return true;
}

function refuseWaitingClients(processing: Processing, instance: ElementInstance, key: Key, task: UserTask): void {
  const document = processing.state.pendingVariableDocuments.get(instance.key);
  const reason =
    document === undefined
      ? 'user task was canceled during ongoing transition'
      : 'user task was canceled during handling task variables update';
  refuseRequests(
    processing,
    instance.key,
    new Rejection(RejectionType.INVALID_STATE, reason),
    document ?? { key, value: task.pending ?? task.value },
  );
}

/** Whether an operator ends the element by hand, or something around it. */
function isTakenOut({ state }: Processing, instance: ElementInstance): boolean {
  for (let scope: ElementInstance | undefined = instance; scope !== undefined; ) {
    if (scope.isTakenOut === true) return true;
    scope =
      state.elementInstances.get(scope.value.flowScopeKey) ??
      state.elementInstances.get(scope.value.parentElementInstanceKey);
  }
  return false;
}

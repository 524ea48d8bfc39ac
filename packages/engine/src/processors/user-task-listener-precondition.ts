import { type Key, RejectionType } from '@waggle/protocol';
import { canContinue } from '../behavior/user-tasks/user-task-transitions.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { transitionOf, type UserTaskTransition } from '../state/user-task.ts';

/** The transition that a listener lets go on; the task may have been canceled since the listener was done. */
export function waitingTransition(
  processing: Processing,
  key: Key,
): { readonly transition: UserTaskTransition; readonly instance: ElementInstance } | Rejection {
  const task = processing.state.userTasks.get(key);
  const transition = task && transitionOf(task);
  const instance = task && processing.state.elementInstances.get(task.value.elementInstanceKey);
  if (transition === undefined || instance === undefined) {
    const reason = `Expected user task with key '${key}' to wait for a listener, but it does not`;
    return new Rejection(RejectionType.INVALID_STATE, reason);
  }
  if (canContinue(processing, instance, transition.state)) return { transition, instance };
  const reason = `Expected user task with key '${key}' to go on, but it waits for another listener since it is in state '${transition.state}'`;
  return new Rejection(RejectionType.INVALID_STATE, reason);
}

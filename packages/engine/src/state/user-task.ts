import type { GlobalListenerValue, Key, UserTaskValue, VariableDocumentValue } from '@waggle/protocol';
import type { EngineView } from './engine-state.ts';

/** CREATED is at rest; in every other state a transition is under way. */
export type UserTaskState = 'CREATING' | 'CREATED' | 'ASSIGNING' | 'CLAIMING' | 'UPDATING' | 'COMPLETING' | 'CANCELING';

export interface UserTask {
  readonly state: UserTaskState;
  /** The task as it is in force; `variables` is always `{}`. */
  readonly value: UserTaskValue;
  /** What the present transition leads to, with the corrections of its listeners so far; `undefined` at rest. */
  readonly pending: UserTaskValue | undefined;
  /** Listeners of the present transition that are done. */
  readonly listenerIndex: number;
  /** Global listeners as they were when the transition began: later changes are for later transitions. */
  readonly globalListeners: readonly GlobalListenerValue[];
}

/** States that are transitions. */
export type UserTaskTransitionState = Exclude<UserTaskState, 'CREATED'>;

/** A task with a transition under way. */
export interface UserTaskTransition {
  readonly task: UserTask;
  readonly state: UserTaskTransitionState;
  readonly pending: UserTaskValue;
}

/** The transition under way; `undefined` at rest. */
export function transitionOf(task: UserTask): UserTaskTransition | undefined {
  const { state, pending } = task;
  return state === 'CREATED' || pending === undefined ? undefined : { task, state, pending };
}

/** The user task of an element; `undefined` when it has none. */
export function findUserTask(
  state: Pick<EngineView, 'elementUserTasks' | 'userTasks'>,
  elementInstanceKey: Key,
): { readonly key: Key; readonly task: UserTask } | undefined {
  const key = state.elementUserTasks.get(elementInstanceKey);
  const task = key === undefined ? undefined : state.userTasks.get(key);
  return key === undefined || task === undefined ? undefined : { key, task };
}

/** A change of variables that waits for the listeners of the user task in whose scope it is. */
export interface PendingVariableDocument {
  readonly key: Key;
  readonly value: VariableDocumentValue;
}

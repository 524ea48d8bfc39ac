import type { UserTaskValue } from '@waggle/protocol';
import { globalListenersOf } from '../state/global-listeners.ts';
import type { Applier } from './applier.ts';

export const userTaskCreating: Applier<UserTaskValue> = (state, record) => {
  const { key, value } = record;
  state.userTasks.put(key, {
    state: 'CREATING',
    // The assignee here is only meant: CREATED has none, and assigning is a transition of its own.
    value,
    pending: value,
    listenerIndex: 0,
    globalListeners: globalListenersOf(state),
  });
  state.elementUserTasks.put(value.elementInstanceKey, key);
};

import type { Key, UserTaskValue } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';

/** Brings a task to rest with what is in force from now on. */
export function endTransition(state: EngineState, key: Key, value: UserTaskValue): void {
  if (!state.userTasks.has(key)) return;
  state.userTasks.put(key, {
    state: 'CREATED',
    value: value.variables === '{}' ? value : { ...value, variables: '{}' },
    pending: undefined,
    listenerIndex: 0,
    globalListeners: [],
  });
}

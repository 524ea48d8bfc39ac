import { type Key, NO_KEY } from '@waggle/protocol';
import type { EngineState } from './engine-state.ts';

/** Drops one subscription and whatever finds it. */
export function removeCompensation(state: EngineState, key: Key): void {
  const value = state.compensationSubscriptions.get(key);
  if (value === undefined) return;
  state.compensationSubscriptions.delete(key);
  state.compensableScopes.delete(value.compensableActivityScopeKey, key);
  state.compensatedScopes.delete(value.compensableActivityInstanceKey);
  state.instanceCompensations.delete(value.processInstanceKey, key);
  if (value.compensationHandlerInstanceKey === NO_KEY) return;
  state.compensationHandlers.delete(value.compensationHandlerInstanceKey);
  state.triggeredCompensations.delete(value.throwEventInstanceKey, key);
}

/** Drops everything that could be compensated in a scope that is gone, with what completed scopes in it left. */
export function removeCompensationsIn(state: EngineState, scopeKey: Key): void {
  if (state.compensableScopes.isEmpty(scopeKey)) return;
  const keys: Key[] = [];
  state.compensableScopes.forEach(scopeKey, (key) => keys.push(key));
  for (const key of keys) {
    const value = state.compensationSubscriptions.get(key);
    if (value !== undefined) removeCompensationsIn(state, value.compensableActivityInstanceKey);
    removeCompensation(state, key);
  }
}

/** Drops everything that could be compensated in a process instance that is gone. */
export function removeCompensationsOf(state: EngineState, processInstanceKey: Key): void {
  if (state.instanceCompensations.isEmpty(processInstanceKey)) return;
  const keys: Key[] = [];
  state.instanceCompensations.forEach(processInstanceKey, (key) => keys.push(key));
  for (const key of keys) removeCompensation(state, key);
}

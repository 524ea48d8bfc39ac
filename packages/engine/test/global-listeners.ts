/** Global listeners, as tests make them. */
import { GlobalListenerSource, type GlobalListenerValue, NO_KEY, ValueType } from '@waggle/protocol';
import { createEngineState } from '../src/state/engine-state.ts';
import { globalListenersOf } from '../src/state/global-listeners.ts';
import type { TestEngine } from './test-engine.ts';

export function globalListener(id: string, changes: Partial<GlobalListenerValue> = {}): GlobalListenerValue {
  return {
    globalListenerKey: NO_KEY,
    id,
    type: id,
    retries: 3,
    eventTypes: ['all'],
    isAfterNonGlobal: false,
    priority: 50,
    source: GlobalListenerSource.API,
    ...changes,
  };
}

export function listenerCommand(
  engine: TestEngine,
  intent: number,
  id: string,
  changes: Partial<GlobalListenerValue> = {},
) {
  return engine.send(ValueType.GLOBAL_LISTENER, intent, globalListener(id, changes));
}

export function keptListeners(engine: TestEngine): readonly GlobalListenerValue[] {
  return globalListenersOf(createEngineState(engine.store));
}

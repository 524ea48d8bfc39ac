/** The global listeners of the configuration, which every start brings again, mostly as they were. */
import {
  type Command,
  GLOBAL_LISTENERS_MAX,
  GlobalListenerBatchIntent,
  type GlobalListenerDescription,
  GlobalListenerSource,
  type GlobalListenerValue,
  NO_KEY,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import type { ListenerConfiguration } from '../../engine-api.ts';
import { Rejection } from '../../rejection.ts';
import type { EngineView } from '../../state/engine-state.ts';
import { globalListenersOf } from '../../state/global-listeners.ts';
import { checkGlobalListener } from './global-listener-check.ts';

type ListenerView = Pick<EngineView, 'globalListeners'>;

/** What there is to do for the listeners of the configuration to be these. */
export function listenerConfiguration(
  state: ListenerView,
  descriptions: readonly GlobalListenerDescription[],
): ListenerConfiguration {
  const { CONFIGURATION } = GlobalListenerSource;
  const listeners = descriptions.map((each) => ({ ...each, globalListenerKey: NO_KEY, source: CONFIGURATION }));
  const refusal = checkConfiguredListeners(state, listeners);
  if (refusal !== undefined) return { kind: 'refused', reason: refusal.reason };
  const present = globalListenersOf(state).filter(({ source }) => source === CONFIGURATION);
  const isSame = (listener: GlobalListenerValue) =>
    present.some((each) => each.id === listener.id && isSameListener(each, listener));
  if (present.length === listeners.length && listeners.every(isSame)) return { kind: 'unchanged' };
  const command: Command<typeof ValueType.GLOBAL_LISTENER_BATCH> = {
    valueType: ValueType.GLOBAL_LISTENER_BATCH,
    intent: GlobalListenerBatchIntent.CONFIGURE,
    key: NO_KEY,
    value: { globalListenerBatchKey: NO_KEY, listeners },
    requestStreamId: -1,
    requestId: -1,
    operationReference: NO_KEY,
  };
  return { kind: 'changed', command };
}

/** Why these cannot be the listeners of the configuration; `undefined` when they can. */
export function checkConfiguredListeners(
  state: ListenerView,
  listeners: readonly GlobalListenerDescription[],
): Rejection | undefined {
  const ids = new Set(listeners.map(({ id }) => id));
  if (ids.size < listeners.length) {
    const reason = 'Expected every global listener of the configuration to have an id of its own, but some share one';
    return new Rejection(RejectionType.INVALID_ARGUMENT, reason);
  }
  for (const listener of listeners) {
    const problem = checkGlobalListener(listener);
    if (problem !== undefined) return problem;
  }
  const kept = globalListenersOf(state).filter(({ id, source }) => source === GlobalListenerSource.API && !ids.has(id));
  if (kept.length + listeners.length <= GLOBAL_LISTENERS_MAX) return undefined;
  const reason = `Expected at most ${GLOBAL_LISTENERS_MAX} global listeners, but with those of clients there would be ${kept.length + listeners.length}. Configure fewer, or delete some of the clients'`;
  return new Rejection(RejectionType.INVALID_ARGUMENT, reason);
}

/** Whether two listeners with one id do the same. */
export function isSameListener(left: GlobalListenerValue, right: GlobalListenerValue): boolean {
  return (
    left.type === right.type &&
    left.retries === right.retries &&
    left.isAfterNonGlobal === right.isAfterNonGlobal &&
    left.priority === right.priority &&
    left.source === right.source &&
    left.eventTypes.join() === right.eventTypes.join()
  );
}

import {
  GlobalListenerBatchIntent,
  type GlobalListenerBatchValue,
  GlobalListenerIntent,
  GlobalListenerSource,
  type GlobalListenerValue,
  ValueType,
} from '@waggle/protocol';
import { checkConfiguredListeners, isSameListener } from '../behavior/listeners/configured-listeners.ts';
import {
  configured,
  distributeChange,
  findGlobalListener,
  receiveChange,
  writeListener,
} from '../behavior/listeners/global-listener-changes.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { globalListenersOf } from '../state/global-listeners.ts';
import type { Processor } from './processor.ts';

/** Makes the listeners of the configuration be those that are given; listeners made by clients stay. */
export const globalListenerBatchConfigure: Processor<GlobalListenerBatchValue> = (processing, command) => {
  const { value } = command;
  const isDecided = receiveChange(processing, command);
  if (isDecided instanceof Rejection) return processing.write.reject(isDecided.type, isDecided.reason);
  if (isDecided) {
    apply(processing, value.listeners);
    configured(processing, command.key);
    return;
  }
  const refusal = checkConfiguredListeners(processing.state, value.listeners);
  if (refusal !== undefined) return processing.write.reject(refusal.type, refusal.reason);
  const listeners = value.listeners.map((listener) => ({
    ...listener,
    source: GlobalListenerSource.CONFIGURATION,
    globalListenerKey: findGlobalListener(processing, listener.id)?.globalListenerKey ?? processing.keys.next(),
  }));
  const configurationKey = processing.keys.next();
  const isChanged = apply(processing, listeners);
  processing.write.respond(configured(processing, configurationKey));
  // Every start brings the configuration again, mostly as it was.
  if (!isChanged) return;
  distributeChange(processing, configurationKey, {
    valueType: ValueType.GLOBAL_LISTENER_BATCH,
    intent: GlobalListenerBatchIntent.CONFIGURE,
    value: { globalListenerBatchKey: configurationKey, listeners },
  });
};

/** @returns whether anything changed. */
function apply(processing: Processing, listeners: readonly GlobalListenerValue[]): boolean {
  const before = processing.write.nextPosition;
  const ids = new Set(listeners.map(({ id }) => id));
  for (const present of globalListenersOf(processing.state).listeners) {
    if (present.source === GlobalListenerSource.CONFIGURATION && !ids.has(present.id)) {
      writeListener(processing, GlobalListenerIntent.DELETED, present);
    }
  }
  for (const listener of listeners) {
    const present = findGlobalListener(processing, listener.id);
    const { CREATED, UPDATED } = GlobalListenerIntent;
    if (present === undefined) writeListener(processing, CREATED, listener);
    else if (!isSameListener(present, listener)) writeListener(processing, UPDATED, listener);
  }
  return processing.write.nextPosition > before;
}

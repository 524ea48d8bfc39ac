import {
  GlobalListenerBatchIntent,
  type GlobalListenerBatchValue,
  GlobalListenerIntent,
  GlobalListenerSource,
  type GlobalListenerValue,
  type LogRecord,
  ValueType,
} from '@waggle/protocol';
import { originOf } from '../behavior/distribution/distributed-origin.ts';
import { checkConfiguredListeners, isSameListener } from '../behavior/listeners/configured-listeners.ts';
import {
  configured,
  distributeChange,
  findGlobalListener,
  writeListener,
} from '../behavior/listeners/global-listener-changes.ts';
import type { Processing } from '../processing.ts';
import { globalListenersOf } from '../state/global-listeners.ts';
import type { Processor } from './processor.ts';

/** Makes the listeners of the configuration be those that are given; listeners made by clients stay. */
export const globalListenerBatchConfigure: Processor<GlobalListenerBatchValue> = (processing, command) => {
  const { value } = command;
  const origin = originOf(processing, command as LogRecord, 'globalListeners');
  if (origin === 'repeated') return;
  if (origin === 'distributed') {
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
  for (const present of globalListenersOf(processing.state)) {
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

/**
 * Changes of the global listeners: decided on the first partition, repeated in the same order by all others.
 *
 *     GLOBAL_LISTENER CREATED / UPDATED / DELETED …  → GLOBAL_LISTENER_BATCH CONFIGURED, whose key names the change
 */
import {
  GlobalListenerBatchIntent,
  type GlobalListenerValue,
  type Key,
  type LogRecord,
  type RecordValues,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import { globalListenersOf } from '../../state/global-listeners.ts';
import { distributeCommand } from '../distribution/command-distribution.ts';
import { originOf } from '../distribution/distributed-origin.ts';

/**
 * Changes one listener, on every partition.
 * @param event what the change is.
 * @param decide the listener as it is written, or why it cannot be; asked on the first partition only.
 */
export function changeGlobalListener(
  processing: Processing,
  command: LogRecord<GlobalListenerValue>,
  event: number,
  decide: (processing: Processing, value: GlobalListenerValue) => GlobalListenerValue | Rejection,
): void {
  const { write } = processing;
  const origin = originOf(processing, command as LogRecord, 'globalListeners');
  if (origin === 'repeated') return;
  const isDecided = origin === 'distributed';
  const listener = isDecided ? command.value : decide(processing, command.value);
  if (listener instanceof Rejection) {
    write.reject(listener.type, listener.reason);
    return;
  }
  const configurationKey = isDecided ? command.key : processing.keys.next();
  const changed = writeListener(processing, event, listener);
  configured(processing, configurationKey);
  if (isDecided) return;
  write.respond(changed);
  const { intent } = command;
  distributeChange(processing, configurationKey, { valueType: ValueType.GLOBAL_LISTENER, intent, value: listener });
}

/** The listener with this id; `undefined` when there is none. */
export function findGlobalListener(processing: Processing, id: string): GlobalListenerValue | undefined {
  return globalListenersOf(processing.state).find((listener) => listener.id === id);
}

/** The listener that a command names. */
export function presentListener(processing: Processing, id: string): GlobalListenerValue | Rejection {
  const reason = `Expected a global USER_TASK listener with id '${id}' to exist, but it was not found`;
  return findGlobalListener(processing, id) ?? new Rejection(RejectionType.NOT_FOUND, reason);
}

export function writeListener(processing: Processing, intent: number, listener: GlobalListenerValue): LogRecord {
  return processing.write.event(ValueType.GLOBAL_LISTENER, intent, listener.globalListenerKey, listener);
}

/** Ends a change and names it: transitions that begin from now on go by it. */
export function configured(processing: Processing, configurationKey: Key): LogRecord {
  const { CONFIGURED } = GlobalListenerBatchIntent;
  return processing.write.event(ValueType.GLOBAL_LISTENER_BATCH, CONFIGURED, configurationKey, {
    globalListenerBatchKey: configurationKey,
    listeners: [],
  });
}

/** Sends a change to all other partitions, behind those before it. */
export function distributeChange<Type extends ValueType>(
  processing: Processing,
  configurationKey: Key,
  command: { readonly valueType: Type; readonly intent: number; readonly value: RecordValues[Type] },
): void {
  distributeCommand(processing, configurationKey, command, 'globalListeners');
}

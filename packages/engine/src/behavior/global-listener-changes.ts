/**
 * Changes of the global listeners: decided on the first partition, repeated in the same order by all others.
 *
 *     GLOBAL_LISTENER CREATED / UPDATED / DELETED …  → GLOBAL_LISTENER_BATCH CONFIGURED, whose key names the change
 */
import {
  GlobalListenerBatchIntent,
  GlobalListenerIntent,
  type GlobalListenerValue,
  type Key,
  type LogRecord,
  NO_KEY,
  partitionIdOf,
  type RecordValues,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { globalListenersOf } from '../state/global-listeners.ts';
import { acknowledgeDistribution, distributeCommand } from './command-distribution.ts';

/** The listener with this id; `undefined` when there is none. */
export function findGlobalListener(processing: Processing, id: string): GlobalListenerValue | undefined {
  return globalListenersOf(processing.state).listeners.find((listener) => listener.id === id);
}

export function writeListener(processing: Processing, intent: number, listener: GlobalListenerValue): LogRecord {
  return processing.write.event(ValueType.GLOBAL_LISTENER, intent, listener.globalListenerKey, listener);
}

/** Puts a listener in, or in the place of the one with its id. */
export function putListener(processing: Processing, listener: GlobalListenerValue): LogRecord {
  const { CREATED, UPDATED } = GlobalListenerIntent;
  const isPresent = findGlobalListener(processing, listener.id) !== undefined;
  return writeListener(processing, isPresent ? UPDATED : CREATED, listener);
}

/** Ends a change: transitions that begin from now on go by it. */
export function configured(processing: Processing, configurationKey: Key): LogRecord {
  return processing.write.event(
    ValueType.GLOBAL_LISTENER_BATCH,
    GlobalListenerBatchIntent.CONFIGURED,
    configurationKey,
    {
      globalListenerBatchKey: configurationKey,
      listeners: [],
    },
  );
}

/** Sends a change to all other partitions, behind those before it. */
export function distributeChange<Type extends ValueType>(
  processing: Processing,
  configurationKey: Key,
  command: { readonly valueType: Type; readonly intent: number; readonly value: RecordValues[Type] },
): void {
  distributeCommand(processing, configurationKey, command, 'globalListeners');
}

/**
 * Whether a command is a change that another partition decided; it is acknowledged then.
 * @returns a Rejection when the change was made here before and must not be made again: a newer one may have followed.
 */
export function receiveChange(processing: Processing, { key, valueType, intent }: LogRecord): boolean | Rejection {
  if (key === NO_KEY || partitionIdOf(key) === processing.partitionId) return false;
  acknowledgeDistribution(processing, key, partitionIdOf(key), { valueType, intent });
  if (key > globalListenersOf(processing.state).configurationKey) return true;
  const reason = `Expected a change of the global listeners that is new here, but the one with key '${key}' was made before`;
  return new Rejection(RejectionType.ALREADY_EXISTS, reason);
}

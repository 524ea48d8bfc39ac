/**
 * A suspended instance gives its message subscriptions up, so that messages meanwhile reach others or wait, and opens them
 * again when it is resumed.
 *
 * 1. What was given up is kept as long as its element lives.
 * 2. It is opened again only when the message side has confirmed that it is closed: the two requests may overtake each
 *    other on their way to another partition.
 */
import {
  type Key,
  MessageSubscriptionIntent,
  ProcessMessageSubscriptionIntent,
  type ProcessMessageSubscriptionValue,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { isActivated } from '../../state/element-instance.ts';
import { isSuspended } from '../suspension/suspended-instances.ts';
import { requestMessageSubscription, startMessageSubscription } from './message-subscriptions.ts';

export function holdMessageSubscriptions(processing: Processing, elementInstanceKey: Key): void {
  const { state, write } = processing;
  if (state.processMessageSubscriptions.isEmpty(elementInstanceKey)) return;
  const open: { readonly key: Key; readonly value: ProcessMessageSubscriptionValue }[] = [];
  state.processMessageSubscriptions.forEach(elementInstanceKey, (_name, subscription) => {
    if (subscription.state !== 'DELETING') open.push(subscription);
  });
  const { DELETING } = ProcessMessageSubscriptionIntent;
  for (const { key, value } of open) {
    write.event(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, DELETING, key, { ...value, isHeld: true });
    requestMessageSubscription(processing, key, value, MessageSubscriptionIntent.DELETE);
  }
}

export function reopenMessageSubscriptions(processing: Processing, elementInstanceKey: Key): void {
  const { state } = processing;
  if (state.heldSubscriptions.isEmpty(elementInstanceKey)) return;
  const closed: ProcessMessageSubscriptionValue[] = [];
  state.heldSubscriptions.forEach(elementInstanceKey, (name, value) => {
    if (!state.processMessageSubscriptions.has(elementInstanceKey, name)) closed.push(value);
  });
  for (const value of closed) startMessageSubscription(processing, value);
}

/** The message side has confirmed that a subscription is closed: one that was held for a while is opened again. */
export function reopenConfirmed(processing: Processing, elementInstanceKey: Key, messageName: string): void {
  const { state } = processing;
  const value = state.heldSubscriptions.get(elementInstanceKey, messageName);
  const element = state.elementInstances.get(elementInstanceKey);
  if (value === undefined || element === undefined || !isActivated(element)) return;
  if (!isSuspended(processing, value.processInstanceKey)) startMessageSubscription(processing, value);
}

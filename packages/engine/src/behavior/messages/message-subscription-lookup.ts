import type { MessageSubscriptionValue } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { MessageSubscription } from '../../state/engine-state.ts';

/** The message side that an instance's request is about; `undefined` when it is about a former wait, or there is none. */
export function findMessageSubscription(
  processing: Processing,
  request: MessageSubscriptionValue,
): MessageSubscription | undefined {
  const present = findElementSubscription(processing, request);
  return present?.value.processMessageSubscriptionKey === request.processMessageSubscriptionKey ? present : undefined;
}

/** The message side of whatever wait of the element for that name. */
export function findElementSubscription(
  { state }: Processing,
  { elementInstanceKey, messageName }: MessageSubscriptionValue,
): MessageSubscription | undefined {
  const key = state.elementMessageSubscriptions.get(elementInstanceKey, messageName);
  return key === undefined ? undefined : state.messageSubscriptions.get(key);
}

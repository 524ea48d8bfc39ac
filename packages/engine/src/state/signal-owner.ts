import { type Key, NO_KEY, type SignalSubscriptionValue } from '@waggle/protocol';

/** Whom a signal subscription is found by: its waiting instance, or the definition for a start event. */
export function signalOwnerKey({ catchEventInstanceKey, processDefinitionKey }: SignalSubscriptionValue): Key {
  return catchEventInstanceKey === NO_KEY ? processDefinitionKey : catchEventInstanceKey;
}

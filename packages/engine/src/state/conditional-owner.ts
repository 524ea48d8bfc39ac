import { type ConditionalSubscriptionValue, type Key, NO_KEY } from '@waggle/protocol';

/** Whom a conditional subscription is found by: its waiting instance, or the definition for a start event. */
export function conditionalOwnerKey(value: ConditionalSubscriptionValue): Key {
  return value.elementInstanceKey === NO_KEY ? value.processDefinitionKey : value.elementInstanceKey;
}

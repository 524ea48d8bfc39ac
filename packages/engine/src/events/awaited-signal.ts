import { type Key, NO_KEY, SignalSubscriptionIntent, type SignalSubscriptionValue, ValueType } from '@waggle/protocol';
import { evaluateString, scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { AwaitedEvent } from './awaited-event.ts';

export const awaitedSignal: AwaitedEvent = {
  plan(processing, instance, event) {
    if (event.signal === undefined) return undefined;
    const signalName = evaluateString(processing, event.signal.name, scopeContext(processing, instance.key));
    if (signalName instanceof Failure) return signalName;
    const { value } = instance;
    return (opening) =>
      open(opening, {
        signalName,
        processDefinitionKey: value.processDefinitionKey,
        bpmnProcessId: value.bpmnProcessId,
        catchEventId: event.id,
        catchEventInstanceKey: instance.key,
        processInstanceKey: value.processInstanceKey,
        tenantId: value.tenantId,
      });
  },

  close(processing, instanceKey, isMeant) {
    closeOwned(processing, instanceKey, isMeant);
  },

  waitsOf(processing, instanceKey) {
    return ownedBy(processing, instanceKey).map(([, { catchEventId }]) => catchEventId);
  },

  migrate(processing, instanceKey, { definition, eventOf }) {
    for (const [key, value] of ownedBy(processing, instanceKey)) {
      const event = eventOf(value.catchEventId);
      if (event === undefined) continue;
      processing.write.event(ValueType.SIGNAL_SUBSCRIPTION, SignalSubscriptionIntent.MIGRATED, key, {
        ...value,
        processDefinitionKey: definition.processDefinitionKey,
        bpmnProcessId: definition.bpmnProcessId,
        catchEventId: event.id,
      });
    }
  },

  planStart(processing, startEvent, context) {
    if (startEvent.signal === undefined) return undefined;
    const signalName = evaluateString(processing, startEvent.signal.name, context);
    if (signalName instanceof Failure) return { message: `Invalid signal name expression (${signalName.message})` };
    return (opening, { processDefinitionKey, bpmnProcessId, tenantId }) =>
      open(opening, {
        signalName,
        processDefinitionKey,
        bpmnProcessId,
        catchEventId: startEvent.id,
        catchEventInstanceKey: NO_KEY,
        processInstanceKey: NO_KEY,
        tenantId,
      });
  },

  closeStart(processing, { processDefinitionKey }) {
    closeOwned(processing, processDefinitionKey, () => true);
  },
};

function open(processing: Processing, value: SignalSubscriptionValue): void {
  const { CREATED } = SignalSubscriptionIntent;
  processing.write.event(ValueType.SIGNAL_SUBSCRIPTION, CREATED, processing.keys.next(), value);
}

function closeOwned(processing: Processing, ownerKey: Key, isMeant: (elementId: string) => boolean): void {
  const { DELETED } = SignalSubscriptionIntent;
  for (const [key, value] of ownedBy(processing, ownerKey)) {
    if (isMeant(value.catchEventId)) processing.write.event(ValueType.SIGNAL_SUBSCRIPTION, DELETED, key, value);
  }
}

const NO_SUBSCRIPTIONS: readonly (readonly [Key, SignalSubscriptionValue])[] = [];

function ownedBy({ state }: Processing, ownerKey: Key): readonly (readonly [Key, SignalSubscriptionValue])[] {
  if (state.ownedSignalSubscriptions.isEmpty(ownerKey)) return NO_SUBSCRIPTIONS;
  const owned: [Key, SignalSubscriptionValue][] = [];
  state.ownedSignalSubscriptions.forEach(ownerKey, (key, name) => {
    const value = state.signalSubscriptions.get(name, key);
    if (value !== undefined) owned.push([key, value]);
  });
  return owned;
}

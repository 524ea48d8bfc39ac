import type { ExecutableElement } from '@waggle/bpmn';
import {
  ConditionalSubscriptionIntent,
  type ConditionalSubscriptionValue,
  type Key,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import { scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { askToTrigger, holds } from '../behavior/triggers/conditions.ts';
import type { Processing } from '../processing.ts';
import type { AwaitedEvent } from './awaited-event.ts';

export const awaitedConditional: AwaitedEvent = {
  plan(processing, instance, event) {
    const definition = conditionOf(event);
    if (definition === undefined) return undefined;
    const { value } = instance;
    const subscription: ConditionalSubscriptionValue = {
      ...definition,
      scopeKey: instance.key,
      elementInstanceKey: instance.key,
      processInstanceKey: value.processInstanceKey,
      processDefinitionKey: value.processDefinitionKey,
      bpmnProcessId: value.bpmnProcessId,
      tenantId: value.tenantId,
    };
    const holdsNow = holds(processing, subscription.condition, scopeContext(processing, instance.key));
    return (opening) => {
      const key = open(opening, subscription);
      if (!holdsNow) return;
      askToTrigger(opening, key, subscription);
      opening.variableChanges.markTriggered(key);
    };
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
      const { MIGRATED } = ConditionalSubscriptionIntent;
      processing.write.event(ValueType.CONDITIONAL_SUBSCRIPTION, MIGRATED, key, {
        ...value,
        processDefinitionKey: definition.processDefinitionKey,
        bpmnProcessId: definition.bpmnProcessId,
        catchEventId: event.id,
        isInterrupting: event.isInterrupting,
      });
    }
  },

  planStart(_processing, startEvent) {
    const definition = conditionOf(startEvent);
    if (definition === undefined) return undefined;
    // Nothing happens by itself: a client asks for it, see CONDITIONAL_EVALUATION.
    return (opening, { processDefinitionKey, bpmnProcessId, tenantId }) => {
      open(opening, {
        ...definition,
        scopeKey: NO_KEY,
        elementInstanceKey: NO_KEY,
        processInstanceKey: NO_KEY,
        processDefinitionKey,
        bpmnProcessId,
        tenantId,
      });
    };
  },

  closeStart(processing, { processDefinitionKey }) {
    closeOwned(processing, processDefinitionKey, () => true);
  },
};

type Condition = Pick<
  ConditionalSubscriptionValue,
  'catchEventId' | 'condition' | 'variableNames' | 'variableEvents' | 'isInterrupting'
>;

function conditionOf({ id, conditional, isInterrupting }: ExecutableElement): Condition | undefined {
  if (conditional === undefined) return undefined;
  const { condition, variableNames, variableEvents } = conditional;
  return { catchEventId: id, condition: `=${condition.text}`, variableNames, variableEvents, isInterrupting };
}

function open(processing: Processing, value: ConditionalSubscriptionValue): Key {
  const key = processing.keys.next();
  processing.write.event(ValueType.CONDITIONAL_SUBSCRIPTION, ConditionalSubscriptionIntent.CREATED, key, value);
  return key;
}

function closeOwned(processing: Processing, ownerKey: Key, isMeant: (elementId: string) => boolean): void {
  const { DELETED } = ConditionalSubscriptionIntent;
  for (const [key, value] of ownedBy(processing, ownerKey)) {
    if (isMeant(value.catchEventId)) processing.write.event(ValueType.CONDITIONAL_SUBSCRIPTION, DELETED, key, value);
  }
}

const NO_SUBSCRIPTIONS: readonly (readonly [Key, ConditionalSubscriptionValue])[] = [];

function ownedBy({ state }: Processing, ownerKey: Key): readonly (readonly [Key, ConditionalSubscriptionValue])[] {
  if (state.ownedConditionals.isEmpty(ownerKey)) return NO_SUBSCRIPTIONS;
  const owned: [Key, ConditionalSubscriptionValue][] = [];
  state.ownedConditionals.forEach(ownerKey, (key) => {
    const value = state.conditionalSubscriptions.get(key);
    if (value !== undefined) owned.push([key, value]);
  });
  return owned;
}

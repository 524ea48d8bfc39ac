import {
  BpmnElementType,
  type Key,
  MessageStartEventSubscriptionIntent,
  NO_KEY,
  type ProcessValue,
  ValueType,
} from '@waggle/protocol';
import { evaluateCorrelationKey, evaluateString, scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import {
  closeMessageSubscription,
  migrateMessageSubscription,
  openMessageSubscription,
} from '../behavior/messages/message-subscriptions.ts';
import { extractValueFailure, Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ProcessMessageSubscription } from '../state/engine-state.ts';
import { tenantName } from '../state/table-names.ts';
import type { AwaitedEvent } from './awaited-event.ts';

export const awaitedMessage: AwaitedEvent = {
  plan(processing, instance, event) {
    if (event.message === undefined) return undefined;
    const name = evaluateString(processing, event.message.name, scopeContext(processing, instance.key));
    if (name instanceof Failure) return name;
    if (processing.state.processMessageSubscriptions.get(instance.key, name) !== undefined) {
      return extractValueFailure(
        `Expected '${instance.value.elementId}' to wait for a message of the name '${name}' once, but '${event.id}' would be a second time. Give its events different message names.`,
      );
    }
    const { correlationKey: source } = event.message;
    if (source === undefined) throw new Error(`Expected a correlation key on '${event.id}', but the model has none`);
    const isBoundary = event.elementType === BpmnElementType.BOUNDARY_EVENT;
    // A boundary event's key is evaluated outside its host: the host's inputs are not meant for it.
    const scopeKey = isBoundary ? instance.value.flowScopeKey : instance.key;
    const correlationKey = evaluateCorrelationKey(processing, source, scopeContext(processing, scopeKey));
    if (correlationKey instanceof Failure) {
      return new Failure(correlationKey.errorType, correlationKey.message, scopeKey);
    }
    return (opening) => openMessageSubscription(opening, instance, event, { name, correlationKey });
  },

  close(processing, instanceKey, isMeant) {
    for (const { value } of openSubscriptionsOf(processing, instanceKey)) {
      if (isMeant(value.elementId)) closeMessageSubscription(processing, instanceKey, value.messageName);
    }
  },

  waitsOf(processing, instanceKey) {
    return openSubscriptionsOf(processing, instanceKey).map(({ value }) => value.elementId);
  },

  migrate(processing, instanceKey, { definition, eventOf }) {
    for (const { key, value } of openSubscriptionsOf(processing, instanceKey)) {
      const event = eventOf(value.elementId);
      if (event !== undefined) migrateMessageSubscription(processing, key, value, definition, event);
    }
  },

  planStart(processing, startEvent, context) {
    if (startEvent.message === undefined) return undefined;
    const messageName = evaluateString(processing, startEvent.message.name, context);
    if (messageName instanceof Failure) {
      return { message: `Invalid message name expression (${messageName.message})` };
    }
    return (opening, definition) => openStartSubscription(opening, definition, startEvent.id, messageName);
  },

  closeStart(processing, definition) {
    const { state, write } = processing;
    const names: string[] = [];
    state.processStartMessages.forEach(definition.processDefinitionKey, (name) => names.push(name));
    for (const name of names) {
      const subscription = startSubscription(processing, name, definition);
      if (subscription === undefined) continue;
      const { DELETED } = MessageStartEventSubscriptionIntent;
      write.event(ValueType.MESSAGE_START_EVENT_SUBSCRIPTION, DELETED, subscription.key, subscription.value);
    }
  },
};

const NO_SUBSCRIPTIONS: readonly ProcessMessageSubscription[] = [];

function openSubscriptionsOf({ state }: Processing, instanceKey: Key): readonly ProcessMessageSubscription[] {
  if (state.processMessageSubscriptions.isEmpty(instanceKey)) return NO_SUBSCRIPTIONS;
  const open: ProcessMessageSubscription[] = [];
  state.processMessageSubscriptions.forEach(instanceKey, (_name, subscription) => {
    if (subscription.state !== 'DELETING') open.push(subscription);
  });
  return open;
}

function startSubscription(processing: Processing, messageName: string, definition: ProcessValue) {
  const group = tenantName(messageName, definition.tenantId);
  return processing.state.messageStartEventSubscriptions.get(group, definition.processDefinitionKey);
}

function openStartSubscription(
  processing: Processing,
  { processDefinitionKey, bpmnProcessId, tenantId }: ProcessValue,
  startEventId: string,
  messageName: string,
): void {
  const { CREATED } = MessageStartEventSubscriptionIntent;
  processing.write.event(ValueType.MESSAGE_START_EVENT_SUBSCRIPTION, CREATED, processing.keys.next(), {
    processDefinitionKey,
    bpmnProcessId,
    startEventId,
    messageName,
    processInstanceKey: NO_KEY,
    messageKey: NO_KEY,
    correlationKey: '',
    variables: '{}',
    tenantId,
  });
}

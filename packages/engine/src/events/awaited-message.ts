import {
  BpmnElementType,
  MessageStartEventSubscriptionIntent,
  NO_KEY,
  type ProcessValue,
  ValueType,
} from '@waggle/protocol';
import { evaluateCorrelationKey, evaluateString, scopeContext } from '../behavior/evaluate-expression.ts';
import { closeMessageSubscription, openMessageSubscription } from '../behavior/message-subscriptions.ts';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import { tenantName } from '../state/table-names.ts';
import type { AwaitedEvent } from './awaited-event.ts';

export const awaitedMessage: AwaitedEvent = {
  plan(processing, instance, event) {
    if (event.message === undefined) return undefined;
    const name = evaluateString(processing, event.message.name, scopeContext(processing, instance.key));
    if (name instanceof Failure) return name;
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
    const { processMessageSubscriptions } = processing.state;
    if (processMessageSubscriptions.isEmpty(instanceKey)) return;
    const names: string[] = [];
    processMessageSubscriptions.forEach(instanceKey, (name, subscription) => {
      if (subscription.state !== 'DELETING' && isMeant(subscription.value.elementId)) names.push(name);
    });
    for (const name of names) closeMessageSubscription(processing, instanceKey, name);
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

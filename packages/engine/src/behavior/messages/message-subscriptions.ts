/** The instance's side of message subscriptions: asks the partition of the correlation key to open and close them. */
import type { ExecutableElement } from '@waggle/bpmn';
import {
  type Key,
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  NO_KEY,
  ProcessMessageSubscriptionIntent,
  type ProcessMessageSubscriptionValue,
  type ProcessValue,
  partitionIdOfCorrelationKey,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { sendCommand } from '../distribution/send-command.ts';
import { businessIdOf } from '../process-instances/business-id.ts';
import { isSuspended } from '../suspension/suspended-instances.ts';

export function openMessageSubscription(
  processing: Processing,
  instance: ElementInstance,
  element: ExecutableElement,
  message: { readonly name: string; readonly correlationKey: string },
): void {
  const value: ProcessMessageSubscriptionValue = {
    processInstanceKey: instance.value.processInstanceKey,
    elementInstanceKey: instance.key,
    bpmnProcessId: instance.value.bpmnProcessId,
    processDefinitionKey: instance.value.processDefinitionKey,
    elementId: element.id,
    messageName: message.name,
    correlationKey: message.correlationKey,
    messageKey: NO_KEY,
    isInterrupting: element.isInterrupting,
    subscriptionPartitionId: partitionIdOfCorrelationKey(message.correlationKey, processing.partitionCount),
    variables: '{}',
    tenantId: instance.value.tenantId,
    isHeld: false,
  };
  if (isSuspended(processing, value.processInstanceKey)) {
    const { DELETED } = ProcessMessageSubscriptionIntent;
    const held = { ...value, isHeld: true };
    processing.write.event(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, DELETED, processing.keys.next(), held);
    return;
  }
  startMessageSubscription(processing, value);
}

/** Asks for a wait that is open to messages from now on. */
export function startMessageSubscription(processing: Processing, value: ProcessMessageSubscriptionValue): void {
  const key = processing.keys.next();
  const { CREATING } = ProcessMessageSubscriptionIntent;
  processing.write.event(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, CREATING, key, value);
  requestMessageSubscription(processing, key, value, MessageSubscriptionIntent.CREATE);
}

export function closeMessageSubscription(processing: Processing, elementInstanceKey: Key, messageName: string): void {
  const subscription = processing.state.processMessageSubscriptions.get(elementInstanceKey, messageName);
  if (subscription === undefined) return;
  const { DELETING } = ProcessMessageSubscriptionIntent;
  processing.write.event(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, DELETING, subscription.key, subscription.value);
  requestMessageSubscription(processing, subscription.key, subscription.value, MessageSubscriptionIntent.DELETE);
}

/**
 * Hands a subscription to an event of another definition; the name and key it waits for stay. The message side learns it
 * by the request that opens subscriptions, sent once more.
 */
export function migrateMessageSubscription(
  processing: Processing,
  key: Key,
  subscription: ProcessMessageSubscriptionValue,
  definition: ProcessValue,
  event: ExecutableElement,
): void {
  const value: ProcessMessageSubscriptionValue = {
    ...subscription,
    bpmnProcessId: definition.bpmnProcessId,
    processDefinitionKey: definition.processDefinitionKey,
    elementId: event.id,
    isInterrupting: event.isInterrupting,
  };
  const { MIGRATED } = ProcessMessageSubscriptionIntent;
  processing.write.event(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, MIGRATED, key, value);
  requestMessageSubscription(processing, key, value, MessageSubscriptionIntent.CREATE);
}

/** Sends the message side what to do with the subscription. Receivers are idempotent, so it may be sent again. */
export function requestMessageSubscription(
  processing: Processing,
  processMessageSubscriptionKey: Key,
  value: ProcessMessageSubscriptionValue,
  intent:
    | typeof MessageSubscriptionIntent.CREATE
    | typeof MessageSubscriptionIntent.DELETE
    | typeof MessageSubscriptionIntent.CORRELATE
    | typeof MessageSubscriptionIntent.REJECT,
): void {
  sendCommand(processing, value.subscriptionPartitionId, {
    valueType: ValueType.MESSAGE_SUBSCRIPTION,
    intent,
    key: NO_KEY,
    value: messageSideOf(processing, processMessageSubscriptionKey, value),
  });
}

/** What the message side is told of a subscription. */
export function messageSideOf(
  processing: Pick<Processing, 'state'>,
  processMessageSubscriptionKey: Key,
  value: ProcessMessageSubscriptionValue,
): MessageSubscriptionValue {
  return {
    processInstanceKey: value.processInstanceKey,
    elementInstanceKey: value.elementInstanceKey,
    bpmnProcessId: value.bpmnProcessId,
    messageName: value.messageName,
    correlationKey: value.correlationKey,
    messageKey: value.messageKey,
    isInterrupting: value.isInterrupting,
    variables: '{}',
    tenantId: value.tenantId,
    processMessageSubscriptionKey,
    businessId: businessIdOf(processing, value.processInstanceKey),
  };
}

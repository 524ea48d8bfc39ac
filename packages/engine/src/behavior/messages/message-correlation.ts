/** The message side: offers messages to waiting instances, each process once per message. */
import {
  type Key,
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  type MessageValue,
  NO_KEY,
  ProcessMessageSubscriptionIntent,
  type ProcessMessageSubscriptionValue,
  partitionIdOf,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { MessageSubscription } from '../../state/engine-state.ts';
import { correlationName, tenantName } from '../../state/table-names.ts';
import { sendCommand } from '../distribution/send-command.ts';
import { canStartOnMessage, startOnMessage } from './message-start.ts';

/** Whom a published message reached. */
export interface CorrelatedInstances {
  /** The first instance that was started or offered the message; NO_KEY when nobody wanted it. */
  readonly processInstanceKey: Key;
  readonly isStarted: boolean;
}

/** Offers a new message to every process that waits for it, then to those that start on it. */
export function correlateMessage(processing: Processing, messageKey: Key, message: MessageValue): CorrelatedInstances {
  const { state } = processing;
  const reached = new Set<string>();
  const waiting: MessageSubscription[] = [];
  state.correlatableSubscriptions.forEach(
    correlationName(message.name, message.correlationKey, message.tenantId),
    (key) => {
      const subscription = state.messageSubscriptions.get(key);
      if (subscription === undefined || subscription.isCorrelating) return;
      if (!isMeant(message, subscription)) return;
      if (reached.has(subscription.value.bpmnProcessId)) return;
      reached.add(subscription.value.bpmnProcessId);
      waiting.push(subscription);
    },
  );
  for (const subscription of waiting) offerMessage(processing, subscription, messageKey, message.variables);
  const startedKey = startInstances(processing, messageKey, message, reached);
  const offeredKey = waiting[0]?.value.processInstanceKey ?? NO_KEY;
  return { processInstanceKey: startedKey ?? offeredKey, isStarted: startedKey !== undefined };
}

function startInstances(
  processing: Processing,
  messageKey: Key,
  message: MessageValue,
  reached: ReadonlySet<string>,
): Key | undefined {
  let firstKey: Key | undefined;
  const starts: Parameters<typeof startOnMessage>[1][] = [];
  processing.state.messageStartEventSubscriptions.forEach(tenantName(message.name, message.tenantId), (_key, start) => {
    if (!reached.has(start.value.bpmnProcessId)) starts.push(start);
  });
  for (const start of starts) {
    if (!canStartOnMessage(processing, start.value.bpmnProcessId, message)) continue;
    const key = startOnMessage(processing, start, messageKey, message);
    firstKey ??= key;
  }
  return firstKey;
}

/** A message with a business id is for instances that have it, any other for all. */
function isMeant({ businessId }: MessageValue, { value }: MessageSubscription): boolean {
  return businessId === '' || businessId === value.businessId;
}

/** Offers a message to one subscription. Its instance answers with CORRELATE or REJECT. */
function offerMessage(
  processing: Processing,
  subscription: MessageSubscription,
  messageKey: Key,
  variables: string,
): void {
  const value: MessageSubscriptionValue = { ...subscription.value, messageKey, variables };
  const { CORRELATING } = MessageSubscriptionIntent;
  processing.write.event(ValueType.MESSAGE_SUBSCRIPTION, CORRELATING, subscription.key, value);
  tellInstance(processing, value, ProcessMessageSubscriptionIntent.CORRELATE);
}

/**
 * Offers a subscription the oldest buffered message its process has not had. @returns whether there was one.
 * One subscription gets messages in ascending order of their keys only, so that its instance can tell a late repetition
 * from a new message.
 */
export function offerBufferedMessage(processing: Processing, subscription: MessageSubscription): boolean {
  const { state } = processing;
  const { messageName, correlationKey, tenantId, bpmnProcessId } = subscription.value;
  let found: { readonly key: Key; readonly message: MessageValue } | undefined;
  state.bufferedMessages.forEach(correlationName(messageName, correlationKey, tenantId), (key) => {
    const message = state.messages.get(key);
    if (message === undefined || message.deadline <= processing.now) return true;
    if (!isMeant(message, subscription)) return true;
    if (key <= subscription.value.messageKey || state.messageCorrelations.has(key, bpmnProcessId)) return true;
    found = { key, message };
    return false;
  });
  if (found === undefined) return false;
  offerMessage(processing, subscription, found.key, found.message.variables);
  return true;
}

/** Offers a message that an instance refused to the next waiting instance of the same process. @returns whether there is one. */
export function offerToNextInstance(
  processing: Processing,
  rejected: MessageSubscriptionValue,
  variables: string,
): boolean {
  const { state } = processing;
  const message = state.messages.get(rejected.messageKey) ?? state.messageCorrelationRequests.get(rejected.messageKey);
  // Of a message that was not kept it is not known whether it named one: then only an instance with the same takes it.
  const businessId = message?.businessId ?? rejected.businessId;
  let next: MessageSubscription | undefined;
  state.correlatableSubscriptions.forEach(
    correlationName(rejected.messageName, rejected.correlationKey, rejected.tenantId),
    (key) => {
      const subscription = state.messageSubscriptions.get(key);
      if (subscription === undefined || subscription.isCorrelating) return true;
      if (subscription.value.bpmnProcessId !== rejected.bpmnProcessId) return true;
      if (subscription.value.messageKey >= rejected.messageKey) return true;
      if (businessId !== '' && subscription.value.businessId !== businessId) return true;
      next = subscription;
      return false;
    },
  );
  if (next === undefined) return false;
  offerMessage(processing, next, rejected.messageKey, variables);
  return true;
}

/** Sends the instance's side of a subscription what happened on the message side. */
export function tellInstance(
  processing: Processing,
  value: MessageSubscriptionValue,
  intent:
    | typeof ProcessMessageSubscriptionIntent.CREATE
    | typeof ProcessMessageSubscriptionIntent.CORRELATE
    | typeof ProcessMessageSubscriptionIntent.DELETE,
): void {
  const variables = intent === ProcessMessageSubscriptionIntent.CORRELATE ? value.variables : '{}';
  sendCommand(processing, partitionIdOf(value.processInstanceKey), {
    valueType: ValueType.PROCESS_MESSAGE_SUBSCRIPTION,
    intent,
    key: value.processMessageSubscriptionKey,
    value: instanceSideOf({ ...value, variables }, processing.partitionId),
  });
}

/** What the instance's side is told of a subscription whose message side lies on a partition. */
export function instanceSideOf(
  value: MessageSubscriptionValue,
  subscriptionPartitionId: number,
): ProcessMessageSubscriptionValue {
  return {
    processInstanceKey: value.processInstanceKey,
    elementInstanceKey: value.elementInstanceKey,
    bpmnProcessId: value.bpmnProcessId,
    processDefinitionKey: NO_KEY,
    elementId: '',
    messageName: value.messageName,
    correlationKey: value.correlationKey,
    messageKey: value.messageKey,
    isInterrupting: value.isInterrupting,
    subscriptionPartitionId,
    variables: value.variables,
    tenantId: value.tenantId,
    isHeld: false,
  };
}

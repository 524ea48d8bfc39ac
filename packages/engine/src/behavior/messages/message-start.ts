/** Instances that start on messages: one at a time for each process and correlation key. */
import {
  type Key,
  MessageStartEventSubscriptionIntent,
  type MessageValue,
  type ProcessInstanceValue,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { MessageStartEventSubscription, MessageStartLock } from '../../state/engine-state.ts';
import { correlationName, startLockName, tenantName } from '../../state/table-names.ts';
import { assignBusinessId, checkBusinessIdIsFree } from '../process-instances/business-id.ts';
import { rootInstanceValue, startAtEvent } from '../process-instances/process-instance-start.ts';

/** Whether no living instance of the process holds the correlation key, or the business id where these are unique. */
export function canStartOnMessage(processing: Processing, bpmnProcessId: string, message: MessageValue): boolean {
  const { correlationKey, businessId, tenantId } = message;
  if (checkBusinessIdIsFree(processing, bpmnProcessId, businessId, tenantId) !== undefined) return false;
  if (correlationKey === '') return true;
  return !processing.state.messageStartLocks.has(startLockName(bpmnProcessId, correlationKey, tenantId));
}

/** Starts an instance on a message. @returns the instance's key. */
export function startOnMessage(
  processing: Processing,
  subscription: MessageStartEventSubscription,
  messageKey: Key,
  message: MessageValue,
): Key {
  const { value } = subscription;
  const definition = processing.state.processes.get(value.processDefinitionKey);
  if (definition === undefined) throw new Error(`Expected a process definition with key ${value.processDefinitionKey}`);
  const processInstanceKey = processing.keys.next();
  const { CORRELATED } = MessageStartEventSubscriptionIntent;
  processing.write.event(ValueType.MESSAGE_START_EVENT_SUBSCRIPTION, CORRELATED, subscription.key, {
    ...value,
    processInstanceKey,
    messageKey,
    correlationKey: message.correlationKey,
    variables: message.variables,
  });
  if (message.businessId !== '') {
    assignBusinessId(processing, rootInstanceValue(definition, processInstanceKey), message.businessId);
  }
  startAtEvent(processing, definition, value.startEventId, processInstanceKey, message.variables);
  return processInstanceKey;
}

/** The instance that held a correlation key has ended: the oldest buffered message for it starts the next one. */
export function startNextBufferedMessage(
  processing: Processing,
  { bpmnProcessId, correlationKey }: MessageStartLock,
  { tenantId }: ProcessInstanceValue,
): void {
  const { state } = processing;
  const latest = state.latestProcesses.get(tenantName(bpmnProcessId, tenantId));
  if (latest === undefined) return;
  const names: string[] = [];
  state.processStartMessages.forEach(latest.processDefinitionKey, (name) => names.push(name));
  let oldest: { readonly key: Key; readonly message: MessageValue } | undefined;
  for (const name of names) {
    state.bufferedMessages.forEach(correlationName(name, correlationKey, tenantId), (key) => {
      const message = state.messages.get(key);
      if (message === undefined || message.deadline <= processing.now) return true;
      if (state.messageCorrelations.has(key, bpmnProcessId)) return true;
      if (!canStartOnMessage(processing, bpmnProcessId, message)) return true;
      if (oldest === undefined || key < oldest.key) oldest = { key, message };
      return false;
    });
  }
  if (oldest === undefined) return;
  const name = tenantName(oldest.message.name, tenantId);
  const subscription = state.messageStartEventSubscriptions.get(name, latest.processDefinitionKey);
  if (subscription !== undefined) startOnMessage(processing, subscription, oldest.key, oldest.message);
}

/** Requests to other partitions that got no answer are sent again; receivers are idempotent. */
import {
  type Command,
  type Key,
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  NO_KEY,
  ProcessMessageSubscriptionIntent,
  type ProcessMessageSubscriptionValue,
  partitionIdOf,
  type RecordValues,
  ValueType,
} from '@waggle/protocol';
import { partitionReport } from './batch-operations/partition-report.ts';
import { distributedValue } from './behavior/distribution/command-distribution.ts';
import { businessIdOf } from './behavior/process-instances/business-id.ts';
import type { Effect } from './effect.ts';
import type { EngineView, ProcessMessageSubscription } from './state/engine-state.ts';

/** A request is left alone this long before it is sent again: most answers are merely on their way. */
const RETRY_AFTER_MS = 10_000;

/** Remembers when what was sent last. Not state: after a restart everything unanswered is sent once more. */
export class Retries {
  readonly #state: EngineView;
  readonly #partitionId: number;
  /** `undefined` until the first look: what is unanswered then was sent by an earlier process, if at all. */
  #firstSeen: Map<string, number> | undefined;

  constructor(state: EngineView, partitionId: number) {
    this.#state = state;
    this.#partitionId = partitionId;
  }

  collect(nowMs: number): readonly Effect[] {
    const effects: Effect[] = [];
    const seen = new Map<string, number>();
    const before = this.#firstSeen;
    const send = (id: string, effect: () => Effect) => {
      const since = before?.get(id);
      if (before === undefined || (since !== undefined && nowMs - since >= RETRY_AFTER_MS)) {
        effects.push(effect());
        seen.set(id, nowMs);
      } else {
        seen.set(id, since ?? nowMs);
      }
    };
    const state = this.#state;
    for (const [elementInstanceKey, messageName] of state.pendingSubscriptions.entries()) {
      const subscription = state.processMessageSubscriptions.get(elementInstanceKey, messageName);
      if (subscription !== undefined) {
        send(`s${subscription.key}${subscription.state}`, () => subscriptionRequest(state, subscription));
      }
    }
    for (const [key] of state.pendingCorrelations.entries()) {
      const subscription = state.messageSubscriptions.get(key);
      if (subscription !== undefined) send(`c${key}`, () => correlationRequest(subscription.value, key));
    }
    for (const [key, partition, isUnderWay] of state.pendingDistributions.entries()) {
      const distribution = state.distributions.get(key);
      if (distribution === undefined || !isUnderWay) continue;
      const { valueType, intent, commandValue } = distribution;
      send(`d${key}/${partition}`, () =>
        sendEffect(Number(partition), valueType, intent, key, distributedValue(valueType, commandValue)),
      );
    }
    for (const [key, operation] of state.batchOperations.entries()) {
      const leader = partitionIdOf(key);
      if (!operation.isFinished || leader === this.#partitionId) continue;
      send(`b${key}`, () => {
        const { valueType, intent, value } = partitionReport(this.#partitionId, key, operation);
        return sendEffect(leader, valueType, intent, key, value);
      });
    }
    this.#firstSeen = seen;
    return effects;
  }
}

function subscriptionRequest(view: EngineView, { key, state, value }: ProcessMessageSubscription): Effect {
  // A closing one names the last message it took, which acknowledges that message as well.
  const intent = state === 'CREATING' ? MessageSubscriptionIntent.CREATE : MessageSubscriptionIntent.DELETE;
  return sendEffect(value.subscriptionPartitionId, ValueType.MESSAGE_SUBSCRIPTION, intent, NO_KEY, {
    processInstanceKey: value.processInstanceKey,
    elementInstanceKey: value.elementInstanceKey,
    bpmnProcessId: value.bpmnProcessId,
    messageName: value.messageName,
    correlationKey: value.correlationKey,
    messageKey: value.messageKey,
    isInterrupting: value.isInterrupting,
    variables: '{}',
    tenantId: value.tenantId,
    businessId: businessIdOf({ state: view }, value.processInstanceKey),
    processMessageSubscriptionKey: key,
  });
}

function correlationRequest(value: MessageSubscriptionValue, subscriptionKey: Key): Effect {
  const { CORRELATE } = ProcessMessageSubscriptionIntent;
  const request: ProcessMessageSubscriptionValue = {
    processInstanceKey: value.processInstanceKey,
    elementInstanceKey: value.elementInstanceKey,
    bpmnProcessId: value.bpmnProcessId,
    processDefinitionKey: NO_KEY,
    elementId: '',
    messageName: value.messageName,
    correlationKey: value.correlationKey,
    messageKey: value.messageKey,
    isInterrupting: value.isInterrupting,
    subscriptionPartitionId: partitionIdOf(subscriptionKey),
    variables: value.variables,
    tenantId: value.tenantId,
    isHeld: false,
  };
  const target = partitionIdOf(value.processInstanceKey);
  return sendEffect(
    target,
    ValueType.PROCESS_MESSAGE_SUBSCRIPTION,
    CORRELATE,
    value.processMessageSubscriptionKey,
    request,
  );
}

function sendEffect<Type extends ValueType>(
  partitionId: number,
  valueType: Type,
  intent: number,
  key: Key,
  value: RecordValues[Type],
): Effect {
  const command: Command<Type> = {
    valueType,
    intent,
    key,
    value,
    requestStreamId: -1,
    requestId: -1,
    operationReference: NO_KEY,
  };
  return { kind: 'send', partitionId, command };
}

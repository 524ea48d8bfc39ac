/** Requests to other partitions that got no answer are sent again; receivers are idempotent. */
import {
  type Command,
  type Key,
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  NO_KEY,
  ProcessMessageSubscriptionIntent,
  partitionIdOf,
  type RecordValues,
  ValueType,
} from '@waggle/protocol';
import { partitionReport } from './batch-operations/partition-report.ts';
import { distributedValue } from './behavior/distribution/command-distribution.ts';
import { instanceSideOf } from './behavior/messages/message-correlation.ts';
import { messageSideOf } from './behavior/messages/message-subscriptions.ts';
import type { Effect } from './effect.ts';
import type { EngineView, ProcessMessageSubscription } from './state/engine-state.ts';

/** A request is left alone this long before it is sent again: most answers are merely on their way. */
const RETRY_AFTER_MS = 10_000;

/** A request that is due. */
interface Due {
  readonly id: string;
  /** When it was sent last; -Infinity by an earlier process. */
  readonly sinceMs: number;
  readonly effect: () => Effect;
}

/** Remembers when what was sent last. Not state: after a restart everything unanswered is sent once more. */
export class Retries {
  readonly #state: EngineView;
  readonly #partitionId: number;
  readonly #requestsMax: number;
  /** `undefined` until the first look: what is unanswered then was sent by an earlier process, if at all. */
  #lastSentMs: Map<string, number> | undefined;

  /** @param requestsMax requests sent at one look; the rest waits for the next. */
  constructor(state: EngineView, partitionId: number, requestsMax: number) {
    this.#state = state;
    this.#partitionId = partitionId;
    this.#requestsMax = requestsMax;
  }

  collect(nowMs: number): readonly Effect[] {
    const lastSentMs = new Map<string, number>();
    const due: Due[] = [];
    this.#forEachUnanswered((id, effect) => {
      const sinceMs = this.#lastSentMs === undefined ? Number.NEGATIVE_INFINITY : (this.#lastSentMs.get(id) ?? nowMs);
      lastSentMs.set(id, sinceMs);
      if (nowMs - sinceMs >= RETRY_AFTER_MS) due.push({ id, sinceMs, effect });
    });
    this.#lastSentMs = lastSentMs;
    // Who waited longest comes first, so that nobody waits for ever behind the others.
    if (due.length > this.#requestsMax) due.sort((left, right) => left.sinceMs - right.sinceMs);
    return due.slice(0, this.#requestsMax).map(({ id, effect }) => {
      lastSentMs.set(id, nowMs);
      return effect();
    });
  }

  #forEachUnanswered(visit: (id: string, effect: () => Effect) => void): void {
    const state = this.#state;
    for (const [elementInstanceKey, messageName] of state.pendingSubscriptions.entries()) {
      const subscription = state.processMessageSubscriptions.get(elementInstanceKey, messageName);
      if (subscription !== undefined) {
        visit(`s${subscription.key}${subscription.state}`, () => subscriptionRequest(state, subscription));
      }
    }
    for (const [key] of state.pendingCorrelations.entries()) {
      const subscription = state.messageSubscriptions.get(key);
      if (subscription !== undefined) visit(`c${key}`, () => correlationRequest(subscription.value, key));
    }
    for (const [key, partition, isUnderWay] of state.pendingDistributions.entries()) {
      const distribution = state.distributions.get(key);
      if (distribution === undefined || !isUnderWay) continue;
      const { valueType, intent, commandValue } = distribution;
      visit(`d${key}/${partition}`, () =>
        sendEffect(Number(partition), valueType, intent, key, distributedValue(valueType, commandValue)),
      );
    }
    for (const [key, operation] of state.batchOperations.entries()) {
      const leader = partitionIdOf(key);
      if (!operation.isFinished || leader === this.#partitionId) continue;
      visit(`b${key}`, () => {
        const { valueType, intent, value } = partitionReport(this.#partitionId, key, operation);
        return sendEffect(leader, valueType, intent, key, value);
      });
    }
  }
}

function subscriptionRequest(view: EngineView, { key, state, value }: ProcessMessageSubscription): Effect {
  // A closing one names the last message it took, which acknowledges that message as well.
  const intent = state === 'CREATING' ? MessageSubscriptionIntent.CREATE : MessageSubscriptionIntent.DELETE;
  const request = messageSideOf({ state: view }, key, value);
  return sendEffect(value.subscriptionPartitionId, ValueType.MESSAGE_SUBSCRIPTION, intent, NO_KEY, request);
}

function correlationRequest(value: MessageSubscriptionValue, subscriptionKey: Key): Effect {
  const { CORRELATE } = ProcessMessageSubscriptionIntent;
  const { processInstanceKey, processMessageSubscriptionKey: key } = value;
  const request = instanceSideOf(value, partitionIdOf(subscriptionKey));
  const { PROCESS_MESSAGE_SUBSCRIPTION } = ValueType;
  return sendEffect(partitionIdOf(processInstanceKey), PROCESS_MESSAGE_SUBSCRIPTION, CORRELATE, key, request);
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

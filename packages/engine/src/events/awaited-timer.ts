import { type Key, NO_KEY, type ProcessValue, TimerIntent, type TimerValue, ValueType } from '@waggle/protocol';
import { scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { planTimer, type TimerPlan } from '../behavior/timers/timers.ts';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { AwaitedEvent } from './awaited-event.ts';

/** Partition whose start timers create instances; others would create one each. */
const TIMER_PARTITION_ID = 1;

export const awaitedTimer: AwaitedEvent = {
  plan(processing, instance, event) {
    if (event.timer === undefined) return undefined;
    const plan = planTimer(processing, event.timer, scopeContext(processing, instance.key));
    return plan instanceof Failure ? plan : (opening) => openTimer(opening, instance, event.id, plan);
  },

  close(processing, instanceKey, isMeant) {
    cancelTimers(processing, instanceKey, isMeant);
  },

  waitsOf(processing, instanceKey) {
    return timersOf(processing, instanceKey).map(([, { targetElementId }]) => targetElementId);
  },

  migrate(processing, instanceKey, { definition, eventOf }) {
    for (const [key, timer] of timersOf(processing, instanceKey)) {
      const event = eventOf(timer.targetElementId);
      if (event === undefined) continue;
      processing.write.event(ValueType.TIMER, TimerIntent.MIGRATED, key, {
        ...timer,
        processDefinitionKey: definition.processDefinitionKey,
        targetElementId: event.id,
      });
    }
  },

  planStart(processing, startEvent, context) {
    if (startEvent.timer === undefined) return undefined;
    const plan = planTimer(processing, startEvent.timer, context);
    if (plan instanceof Failure) {
      return { message: `Invalid timer ${startEvent.timer.kind} expression (${plan.message})` };
    }
    return (opening, definition) => {
      if (opening.partitionId === TIMER_PARTITION_ID) openStartTimer(opening, definition, startEvent.id, plan);
    };
  },

  closeStart(processing, { processDefinitionKey }) {
    cancelTimers(processing, processDefinitionKey, () => true);
  },
};

/** Arms one timer. */
export function openTimer(
  processing: Processing,
  instance: ElementInstance,
  targetElementId: string,
  plan: TimerPlan,
): void {
  processing.write.event(ValueType.TIMER, TimerIntent.CREATED, processing.keys.next(), {
    elementInstanceKey: instance.key,
    processInstanceKey: instance.value.processInstanceKey,
    processDefinitionKey: instance.value.processDefinitionKey,
    dueDate: plan.dueDate,
    targetElementId,
    repetitions: plan.repetitions,
    tenantId: instance.value.tenantId,
  });
}

export function openStartTimer(
  processing: Processing,
  definition: ProcessValue,
  startEventId: string,
  plan: TimerPlan,
): void {
  processing.write.event(ValueType.TIMER, TimerIntent.CREATED, processing.keys.next(), {
    elementInstanceKey: NO_KEY,
    processInstanceKey: NO_KEY,
    processDefinitionKey: definition.processDefinitionKey,
    dueDate: plan.dueDate,
    targetElementId: startEventId,
    repetitions: plan.repetitions,
    tenantId: definition.tenantId,
  });
}

function cancelTimers(processing: Processing, ownerKey: Key, isMeant: (elementId: string) => boolean): void {
  for (const [key, timer] of timersOf(processing, ownerKey)) {
    if (isMeant(timer.targetElementId)) processing.write.event(ValueType.TIMER, TimerIntent.CANCELED, key, timer);
  }
}

const NO_TIMERS: readonly (readonly [Key, TimerValue])[] = [];

function timersOf({ state }: Processing, ownerKey: Key): readonly (readonly [Key, TimerValue])[] {
  if (state.ownedTimers.isEmpty(ownerKey)) return NO_TIMERS;
  const timers: [Key, TimerValue][] = [];
  state.ownedTimers.forEach(ownerKey, (key) => {
    const timer = state.timers.get(key);
    if (timer !== undefined) timers.push([key, timer]);
  });
  return timers;
}

/** What a process definition itself listens to: messages on every partition, timers on the first one. */
import type { ExecutableElement, ExecutableProcess } from '@waggle/bpmn';
import {
  type Key,
  MessageStartEventSubscriptionIntent,
  NO_KEY,
  type ProcessValue,
  TimerIntent,
  ValueType,
} from '@waggle/protocol';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import { tenantName } from '../state/table-names.ts';
import { emptyContext, evaluateString } from './evaluate-expression.ts';
import { planTimer, type TimerPlan } from './timers.ts';

/** Partition whose start timers create instances; others would create one each. */
const TIMER_PARTITION_ID = 1;

/** A start event with its expressions evaluated. */
export interface StartEventPlan {
  readonly startEvent: ExecutableElement;
  readonly messageName: string | undefined;
  readonly timer: TimerPlan | undefined;
}

/** Why the start event of a process cannot be planned. */
export interface StartEventProblem {
  readonly elementId: string;
  readonly message: string;
}

/** Evaluates the start events of a process; there are no variables yet. */
export function planStartEvents(
  processing: Processing,
  process: ExecutableProcess,
): { readonly plans: readonly StartEventPlan[]; readonly problems: readonly StartEventProblem[] } {
  const context = emptyContext(processing);
  const plans: StartEventPlan[] = [];
  const problems: StartEventProblem[] = [];
  for (const startEvent of process.root.startEvents) {
    const messageName =
      startEvent.message === undefined ? undefined : evaluateString(processing, startEvent.message.name, context);
    if (messageName instanceof Failure) {
      problems.push({ elementId: startEvent.id, message: `Invalid message name expression (${messageName.message})` });
      continue;
    }
    const timer = startEvent.timer === undefined ? undefined : planTimer(processing, startEvent.timer, context);
    if (timer instanceof Failure) {
      const message = `Invalid timer ${startEvent.timer?.kind} expression (${timer.message})`;
      problems.push({ elementId: startEvent.id, message });
      continue;
    }
    if (messageName !== undefined || timer !== undefined) plans.push({ startEvent, messageName, timer });
  }
  return { plans, problems };
}

export function openStartEventSubscriptions(
  processing: Processing,
  definition: ProcessValue,
  plans: readonly StartEventPlan[],
): void {
  const { processDefinitionKey, bpmnProcessId, tenantId } = definition;
  for (const { startEvent, messageName, timer } of plans) {
    if (messageName !== undefined) {
      const { CREATED } = MessageStartEventSubscriptionIntent;
      processing.write.event(ValueType.MESSAGE_START_EVENT_SUBSCRIPTION, CREATED, processing.keys.next(), {
        processDefinitionKey,
        bpmnProcessId,
        startEventId: startEvent.id,
        messageName,
        processInstanceKey: NO_KEY,
        messageKey: NO_KEY,
        correlationKey: '',
        variables: '{}',
        tenantId,
      });
    }
    if (timer !== undefined && processing.partitionId === TIMER_PARTITION_ID) {
      openStartTimer(processing, definition, startEvent.id, timer);
    }
  }
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

/** A newer version takes over: the older one starts nothing by itself any more. */
export function closeStartEventSubscriptions(processing: Processing, processDefinitionKey: Key): void {
  const { state, write } = processing;
  const definition = state.processes.get(processDefinitionKey);
  if (definition === undefined) return;
  const names: string[] = [];
  state.processStartMessages.forEach(processDefinitionKey, (name) => names.push(name));
  for (const name of names) {
    const group = tenantName(name, definition.tenantId);
    const subscription = state.messageStartEventSubscriptions.get(group, processDefinitionKey);
    if (subscription === undefined) continue;
    const { DELETED } = MessageStartEventSubscriptionIntent;
    write.event(ValueType.MESSAGE_START_EVENT_SUBSCRIPTION, DELETED, subscription.key, subscription.value);
  }
  const timerKeys: Key[] = [];
  state.ownedTimers.forEach(processDefinitionKey, (key) => timerKeys.push(key));
  for (const key of timerKeys) {
    const timer = state.timers.get(key);
    if (timer !== undefined) write.event(ValueType.TIMER, TimerIntent.CANCELED, key, timer);
  }
}

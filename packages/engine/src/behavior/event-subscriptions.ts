/**
 * Opens and closes what an element instance waits for: its own event, its boundary events, the event sub-processes
 * inside, the events behind an event-based gateway. Everything is evaluated before anything is opened.
 */
import type { ExecutableElement } from '@waggle/bpmn';
import { BpmnElementType, type Key, TimerIntent, ValueType } from '@waggle/protocol';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { evaluateCorrelationKey, evaluateString, scopeContext } from './evaluate-expression.ts';
import { closeMessageSubscription, openMessageSubscription } from './message-subscriptions.ts';
import { planTimer, type TimerPlan } from './timers.ts';

interface EvaluatedEvent {
  readonly element: ExecutableElement;
  readonly timer: TimerPlan | undefined;
  readonly message: { readonly name: string; readonly correlationKey: string } | undefined;
}

/** Opens timers and message subscriptions for `events`, owned by `instance`. */
export function openSubscriptions(
  processing: Processing,
  instance: ElementInstance,
  events: readonly ExecutableElement[],
): Failure | undefined {
  if (events.length === 0) return undefined;
  const evaluated: EvaluatedEvent[] = [];
  for (const element of events) {
    const event = evaluateEvent(processing, instance, element);
    if (event instanceof Failure) return event;
    evaluated.push(event);
  }
  for (const { element, timer, message } of evaluated) {
    if (timer !== undefined) openTimer(processing, instance, element.id, timer);
    if (message !== undefined) openMessageSubscription(processing, instance, element, message);
  }
  return undefined;
}

/** Start events of the event sub-processes in a scope: opened when its own start event is through, so that they see what that one hands on. */
export function eventSubProcessStarts(scope: ExecutableElement): readonly ExecutableElement[] {
  return scope.eventSubProcesses.flatMap(({ startEvents }) => startEvents);
}

/** Closes what an instance waits for; only events that `isMeant` chooses, unless absent. */
export function closeSubscriptions(
  processing: Processing,
  instanceKey: Key,
  isMeant: (elementId: string) => boolean = () => true,
): void {
  const { state, write } = processing;
  if (!state.ownedTimers.isEmpty(instanceKey)) {
    const timerKeys: Key[] = [];
    state.ownedTimers.forEach(instanceKey, (key) => timerKeys.push(key));
    for (const key of timerKeys) {
      const timer = state.timers.get(key);
      if (timer !== undefined && isMeant(timer.targetElementId)) {
        write.event(ValueType.TIMER, TimerIntent.CANCELED, key, timer);
      }
    }
  }
  if (!state.processMessageSubscriptions.isEmpty(instanceKey)) {
    const names: string[] = [];
    state.processMessageSubscriptions.forEach(instanceKey, (name, subscription) => {
      if (subscription.state !== 'DELETING' && isMeant(subscription.value.elementId)) names.push(name);
    });
    for (const name of names) closeMessageSubscription(processing, instanceKey, name);
  }
}

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

function evaluateEvent(
  processing: Processing,
  instance: ElementInstance,
  element: ExecutableElement,
): EvaluatedEvent | Failure {
  const context = scopeContext(processing, instance.key);
  const timer = element.timer === undefined ? undefined : planTimer(processing, element.timer, context);
  if (timer instanceof Failure) return timer;
  if (element.message === undefined) return { element, timer, message: undefined };
  const name = evaluateString(processing, element.message.name, context);
  if (name instanceof Failure) return name;
  const { correlationKey: source } = element.message;
  if (source === undefined) throw new Error(`Expected a correlation key on '${element.id}', but the model has none`);
  const isBoundary = element.elementType === BpmnElementType.BOUNDARY_EVENT;
  // A boundary event's key is evaluated outside its host: the host's inputs are not meant for it.
  const scopeKey = isBoundary ? instance.value.flowScopeKey : instance.key;
  const correlationKey = evaluateCorrelationKey(processing, source, scopeContext(processing, scopeKey));
  if (correlationKey instanceof Failure) {
    return new Failure(correlationKey.errorType, correlationKey.message, scopeKey);
  }
  return { element, timer, message: { name, correlationKey } };
}

import { NO_KEY, RejectionType, TimerIntent, type TimerValue, ValueType } from '@waggle/protocol';
import { emptyContext, scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { startAtEvent } from '../behavior/process-instances/process-instance-start.ts';
import { keepUnarmed } from '../behavior/timers/timer-rearming.ts';
import { planNextFiring } from '../behavior/timers/timers.ts';
import { acceptsEvent, triggerEvent } from '../behavior/triggers/event-triggers.ts';
import { openStartTimer, openTimer } from '../events/awaited-timer.ts';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { Processor } from './processor.ts';

/** A timer is due: its event happens, and a cycle is armed again. */
export const timerTrigger: Processor<TimerValue> = (processing, command) => {
  const { key } = command;
  const timer = processing.state.timers.get(key);
  if (timer === undefined) {
    const reason = `Expected to trigger timer with key '${key}', but no such timer was found`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  if (timer.elementInstanceKey === NO_KEY) triggerStartTimer(processing, command.key, timer);
  else triggerElementTimer(processing, command.key, timer);
};

function triggerStartTimer(processing: Processing, key: TimerKey, timer: TimerValue): void {
  processing.write.event(ValueType.TIMER, TimerIntent.TRIGGERED, key, timer);
  const definition = processing.state.processes.get(timer.processDefinitionKey);
  if (definition === undefined) return;
  startAtEvent(processing, definition, timer.targetElementId, processing.keys.next(), '{}');
  const { timer: model } = processing.models.element(timer.processDefinitionKey, timer.targetElementId);
  if (model?.kind !== 'cycle' || !firesAgain(timer)) return;
  const next = planNextFiring(processing, model, emptyContext(processing, timer.tenantId), timer);
  // It was evaluated at deployment without variables, so it gives the same again; a cron that never fires again ends.
  if (!(next instanceof Failure)) openStartTimer(processing, definition, timer.targetElementId, next);
}

function triggerElementTimer(processing: Processing, key: TimerKey, timer: TimerValue): void {
  const instance = processing.state.elementInstances.get(timer.elementInstanceKey);
  const isBanned = processing.state.bannedInstances.has(timer.processInstanceKey);
  const element = instance && processing.models.eventOf(instance.value, timer.targetElementId);
  if (instance === undefined || element === undefined || isBanned || !acceptsEvent(processing, instance, element)) {
    // Left alone it would stay due for ever.
    processing.write.event(ValueType.TIMER, TimerIntent.CANCELED, key, timer);
    return;
  }
  processing.write.event(ValueType.TIMER, TimerIntent.TRIGGERED, key, timer);
  if (element.timer?.kind === 'cycle' && firesAgain(timer)) {
    const context = scopeContext(processing, instance.key);
    const next = planNextFiring(processing, element.timer, context, timer);
    if (next instanceof Failure) keepUnarmed(processing, instance, timer, next);
    else openTimer(processing, instance, element.id, next);
  }
  triggerEvent(processing, instance, element, '{}');
}

/** -1 stands for endless. */
function firesAgain({ repetitions }: TimerValue): boolean {
  return repetitions === -1 || repetitions > 1;
}

type TimerKey = Parameters<Processing['write']['event']>[2];

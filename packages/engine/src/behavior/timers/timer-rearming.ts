/** Cycles whose next firing cannot be told wait, unarmed, until the incident about it is resolved. */
import { type Key, TimerIntent, type TimerValue, ValueType } from '@waggle/protocol';
import { openTimer } from '../../events/awaited-timer.ts';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { isArmed, NOT_ARMED } from '../../state/unarmed-timer.ts';
import { scopeContext } from '../expressions/evaluate-expression.ts';
import { raiseElementIncident } from '../incidents.ts';
import { planNextFiring } from './timers.ts';

/** Keeps a timer that has fired and could not be armed again, and says why. */
export function keepUnarmed(
  processing: Processing,
  instance: ElementInstance,
  fired: TimerValue,
  failure: Failure,
): void {
  const repetitions = fired.repetitions === -1 ? -1 : fired.repetitions - 1;
  const waiting = { ...fired, dueDate: NOT_ARMED, repetitions };
  processing.write.event(ValueType.TIMER, TimerIntent.CREATED, processing.keys.next(), waiting);
  raiseElementIncident(processing, instance, failure);
}

/** Arms the timers of an element that wait; intervals count from now. */
export function rearmTimers(processing: Processing, instance: ElementInstance): void {
  for (const { key, timer } of unarmedTimers(processing, instance.key)) {
    const event = processing.models.eventOf(instance.value, timer.targetElementId);
    if (event.timer === undefined) continue;
    const repetitions = timer.repetitions === -1 ? -1 : timer.repetitions + 1;
    const fired = { dueDate: processing.now, repetitions };
    const next = planNextFiring(processing, event.timer, scopeContext(processing, instance.key), fired);
    if (next instanceof Failure) {
      raiseElementIncident(processing, instance, next);
      continue;
    }
    processing.write.event(ValueType.TIMER, TimerIntent.CANCELED, key, timer);
    openTimer(processing, instance, timer.targetElementId, next);
  }
}

function unarmedTimers({ state }: Processing, ownerKey: Key): { readonly key: Key; readonly timer: TimerValue }[] {
  const found: { readonly key: Key; readonly timer: TimerValue }[] = [];
  state.ownedTimers.forEach(ownerKey, (key) => {
    const timer = state.timers.get(key);
    if (timer !== undefined && !isArmed(timer)) found.push({ key, timer });
  });
  return found;
}

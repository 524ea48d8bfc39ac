import { type Key, NO_KEY, type TimerValue } from '@waggle/protocol';

/** Whom a timer is found by: its waiting instance, or the definition for a start timer. */
export function timerOwnerKey(timer: TimerValue): Key {
  return timer.elementInstanceKey === NO_KEY ? timer.processDefinitionKey : timer.elementInstanceKey;
}

import type { TimerValue } from '@waggle/protocol';

/** Due date of a timer that waits for an incident to be resolved: when its cycle fires next could not be told. */
export const NOT_ARMED = -1;

export function isArmed({ dueDate }: TimerValue): boolean {
  return dueDate !== NOT_ARMED;
}

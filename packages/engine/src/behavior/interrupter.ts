import type { ExecutableElement } from '@waggle/bpmn';

/** Whether an element is the one that ended everything else in its scope: by itself, or as the event sub-process of that start event. */
export function isInterrupter(element: ExecutableElement, interruptedBy: string): boolean {
  return element.id === interruptedBy || element.startEvents.some(({ id }) => id === interruptedBy);
}

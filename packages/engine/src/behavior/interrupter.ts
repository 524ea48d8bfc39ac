import type { ExecutableElement } from '@waggle/bpmn';

/** Whether an element is the one that ended everything else in its scope: by itself, or as the event sub-process of that start event. */
export function isInterrupter(element: ExecutableElement, interruptedBy: string): boolean {
  // A scope may end what is in it by itself (see early-completion.ts), and what runs once per item has the id of its scope.
  if (element.flowScope?.id === interruptedBy) return false;
  return element.id === interruptedBy || element.startEvents.some(({ id }) => id === interruptedBy);
}

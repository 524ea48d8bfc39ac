import type { ExecutableElement } from '@waggle/bpmn';
import type { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';

/**
 * What the engine does for one kind of element. The dispatcher has checked the guard and written ACTIVATING,
 * COMPLETING or TERMINATING; a Failure becomes an incident, and resolving it runs the step again, so a step evaluates
 * before it writes.
 */
export interface ElementProcessor {
  /** From ACTIVATING until the element waits, or through to its end when it waits for nothing. */
  activate(processing: Processing, element: ExecutableElement, instance: ElementInstance): Failure | undefined;
  /** From COMPLETING on. Elements that never wait have no such step. */
  complete(processing: Processing, element: ExecutableElement, instance: ElementInstance): Failure | undefined;
  /** Beside what every element gives up (job, subscriptions, incidents, children): what it started elsewhere. @returns whether the element must wait for it to end. */
  terminate?(processing: Processing, instance: ElementInstance): boolean;
  /** Whether a token may start the element now; a sentence that says why when not. Absent = always. */
  guard?(processing: Processing, element: ExecutableElement, scope: ElementInstance): string | undefined;
  /** Sequence flows whose tokens the activation consumes, where it is not just the one taken. */
  consumes?(element: ExecutableElement): readonly string[];
}

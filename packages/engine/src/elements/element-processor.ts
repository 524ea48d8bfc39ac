import type { ExecutableElement } from '@waggle/bpmn';
import type { Key } from '@waggle/protocol';
import type { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';

/**
 * What the engine does for one kind of element, step by step (see element-life.ts). The dispatcher has checked the guard
 * and written ACTIVATING, COMPLETING or TERMINATING; a Failure becomes an incident, and resolving it runs the phase
 * again, so a step evaluates before it writes.
 */
export interface ElementProcessor {
  /** First in ACTIVATING, before any start listener: the input mappings and what they may read. Absent = nothing. */
  prepare?(processing: Processing, element: ExecutableElement, instance: ElementInstance): Failure | undefined;
  /** From ACTIVATING until the element waits, or through to its end (`leave`) when it waits for nothing. */
  activate(processing: Processing, element: ExecutableElement, instance: ElementInstance): Failure | undefined;
  /** First in COMPLETING, before any end listener: payload, output mappings, closing what the element listens to. */
  complete(processing: Processing, element: ExecutableElement, instance: ElementInstance): Failure | undefined;
  /** From COMPLETING to COMPLETED. Absent = all outgoing flows are taken. */
  finish?(processing: Processing, element: ExecutableElement, instance: ElementInstance): Failure | undefined;
  /** Beside what every element gives up (job, subscriptions, incidents, children): what it started elsewhere. @returns whether the element must wait for it to end. */
  terminate?(processing: Processing, instance: ElementInstance): boolean;
  /** Whether a token may start the element now; a sentence that says why when not. Absent = always. */
  guard?(processing: Processing, element: ExecutableElement, scope: ElementInstance): string | undefined;
  /** Sequence flows whose tokens the activation consumes, where it is not just the one taken. */
  consumes?(element: ExecutableElement, processing: Processing, scopeKey: Key): readonly string[];

  /** Scopes: a child is in ACTIVATING, before its first step; also when that step is tried again after an incident. Absent = nothing. */
  childActivating?(processing: Processing, scope: ElementInstance, child: ElementInstance): void;
  /** Scopes: a child without outgoing flows is about to complete. A Failure becomes an incident on the child. */
  beforePathCompletes?(
    processing: Processing,
    element: ExecutableElement,
    scope: ElementInstance,
    child: ElementInstance,
  ): Failure | undefined;
  /** Scopes: the path of a child has ended. Absent = the scope completes when nothing is left in it. */
  pathCompleted?(
    processing: Processing,
    element: ExecutableElement,
    scope: ElementInstance,
    child: ElementInstance,
  ): void;
  /** Scopes that somebody may start something in while they are empty: a modification that empties them does not end them. */
  readonly outlivesChildren?: true;
  /**
   * Scopes that are active and not interrupted: a child was terminated without a successor. Absent = once nothing is left in
   * it, the scope is terminated as well, or completes when its last children were taken out by a modification.
   */
  childTerminated?(
    processing: Processing,
    element: ExecutableElement,
    scope: ElementInstance,
    child: ElementInstance,
  ): void;
}

/**
 * One kind of event that can be waited for (timer, message, signal, condition): how an element instance opens and closes
 * its wait, and how a definition does for its start events. Registered in `awaited-events.ts`.
 */
import type { ExecutableElement } from '@waggle/bpmn';
import type { EvaluationContext } from '@waggle/feel';
import type { Key, ProcessValue } from '@waggle/protocol';
import type { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';

export interface AwaitedEvent {
  /**
   * Evaluates what an element instance is to wait for; nothing is written yet.
   * @returns opens the wait, `undefined` when the element does not wait for this kind.
   */
  plan(processing: Processing, instance: ElementInstance, event: ExecutableElement): Opening | Failure | undefined;
  /** Closes the waits of an instance whose catching element `isMeant` chooses. */
  close(processing: Processing, instanceKey: Key, isMeant: (elementId: string) => boolean): void;

  /** Catching elements at which an instance waits for this kind. */
  waitsOf(processing: Processing, instanceKey: Key): readonly string[];
  /** Hands waits to the elements of another definition. They keep what was evaluated when they were opened. */
  migrate(processing: Processing, instanceKey: Key, target: WaitTarget): void;

  /**
   * Evaluates a start event of a process at deployment.
   * @returns opens the wait for a new definition, `undefined` when the event is of another kind, otherwise why it cannot be.
   */
  planStart(
    processing: Processing,
    startEvent: ExecutableElement,
    context: EvaluationContext,
  ): StartOpening | StartProblem | undefined;
  /** Closes all waits of a definition whose newer version takes over or that is deleted. */
  closeStart(processing: Processing, definition: ProcessValue): void;
}

/** Where the waits of a migrated instance go. */
export interface WaitTarget {
  readonly definition: ProcessValue;
  /** The catching element in the target definition; `undefined` = the wait is not migrated. */
  eventOf(elementId: string): ExecutableElement | undefined;
}

export type Opening = (processing: Processing) => void;
export type StartOpening = (processing: Processing, definition: ProcessValue) => void;

/** A sentence for the deployment's findings. */
export interface StartProblem {
  readonly message: string;
}

import { type Key, NO_KEY, ProcessInstanceIntent, type ProcessInstanceValue } from '@waggle/protocol';

/** States of an element instance, named by the event that led there. */
export type ElementInstanceState =
  | typeof ProcessInstanceIntent.ELEMENT_ACTIVATING
  | typeof ProcessInstanceIntent.ELEMENT_ACTIVATED
  | typeof ProcessInstanceIntent.ELEMENT_COMPLETING
  | typeof ProcessInstanceIntent.ELEMENT_TERMINATING;

/** One living element instance. Ended ones are gone. */
export interface ElementInstance {
  readonly key: Key;
  readonly state: ElementInstanceState;
  readonly value: ProcessInstanceValue;
  /** Living children of a scope. */
  readonly childCount: number;
  /** Sequence flows taken inside a scope whose target has not started yet: tokens under way. */
  readonly activeFlowCount: number;
  /** The open job of this element; NO_KEY without. */
  readonly jobKey: Key;
  /** The process instance a call activity waits for; NO_KEY without. */
  readonly calledInstanceKey: Key;
  /** The element that ended everything else in this scope (event sub-process start, terminate end); empty if none. */
  readonly interruptedBy: string;
  /** An operator ends it by modifying its instance: nobody is asked about it. */
  readonly isTakenOut?: true;
  /** Execution listeners of the present phase that were started, see behavior/listeners/execution-listeners.ts. */
  readonly listenerIndex: number;
}

export function newElementInstance(key: Key, value: ProcessInstanceValue): ElementInstance {
  return {
    key,
    state: ProcessInstanceIntent.ELEMENT_ACTIVATING,
    // What was consumed belongs to the activation, not to the life after it.
    value: value.consumedFlowIds.length === 0 ? value : { ...value, consumedFlowIds: [] },
    childCount: 0,
    activeFlowCount: 0,
    jobKey: NO_KEY,
    calledInstanceKey: NO_KEY,
    interruptedBy: '',
    listenerIndex: 0,
  };
}

export function isActivated(instance: ElementInstance): boolean {
  return instance.state === ProcessInstanceIntent.ELEMENT_ACTIVATED;
}

export function isTerminating(instance: ElementInstance): boolean {
  return instance.state === ProcessInstanceIntent.ELEMENT_TERMINATING;
}

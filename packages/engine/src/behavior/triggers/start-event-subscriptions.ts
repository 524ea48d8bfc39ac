/** What a process definition itself waits for, to start instances. */
import type { ExecutableProcess } from '@waggle/bpmn';
import type { Key, ProcessValue } from '@waggle/protocol';
import type { StartOpening } from '../../events/awaited-event.ts';
import { awaitedEvents } from '../../events/awaited-events.ts';
import type { Processing } from '../../processing.ts';
import { emptyContext } from '../expressions/evaluate-expression.ts';

/** Why the start event of a process cannot be planned. */
export interface StartEventProblem {
  readonly elementId: string;
  readonly message: string;
}

/** Evaluates the start events of a process; there are no variables yet. */
export function planStartEvents(
  processing: Processing,
  process: ExecutableProcess,
  tenantId: string,
): { readonly openings: readonly StartOpening[]; readonly problems: readonly StartEventProblem[] } {
  const context = emptyContext(processing, tenantId);
  const openings: StartOpening[] = [];
  const problems: StartEventProblem[] = [];
  for (const startEvent of process.root.startEvents) {
    for (const kind of awaitedEvents) {
      const opening = kind.planStart(processing, startEvent, context);
      if (typeof opening === 'function') openings.push(opening);
      else if (opening !== undefined) problems.push({ elementId: startEvent.id, message: opening.message });
    }
  }
  return { openings, problems };
}

export function openStartEventSubscriptions(
  processing: Processing,
  definition: ProcessValue,
  openings: readonly StartOpening[],
): void {
  for (const open of openings) open(processing, definition);
}

/** A newer version takes over: the older one starts nothing by itself any more. */
export function closeStartEventSubscriptions(processing: Processing, processDefinitionKey: Key): void {
  const definition = processing.state.processes.get(processDefinitionKey);
  if (definition === undefined) return;
  for (const kind of awaitedEvents) kind.closeStart(processing, definition);
}

/**
 * Opens and closes what an element instance waits for: its own event, its boundary events, the event sub-processes
 * inside, the events behind an event-based gateway. Everything is evaluated before anything is opened.
 */
import type { ExecutableElement } from '@waggle/bpmn';
import type { Key } from '@waggle/protocol';
import type { Opening } from '../../events/awaited-event.ts';
import { awaitedEvents } from '../../events/awaited-events.ts';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';

/** Opens the waits for `events`, owned by `instance`. */
export function openSubscriptions(
  processing: Processing,
  instance: ElementInstance,
  events: readonly ExecutableElement[],
): Failure | undefined {
  if (events.length === 0) return undefined;
  const openings: Opening[] = [];
  for (const event of events) {
    for (const kind of awaitedEvents) {
      const opening = kind.plan(processing, instance, event);
      // The element that opens may be another: the start event opens what its scope waits for.
      if (opening instanceof Failure) {
        return new Failure(opening.errorType, opening.message, opening.variableScopeKey ?? instance.key);
      }
      if (opening !== undefined) openings.push(opening);
    }
  }
  for (const open of openings) open(processing);
  return undefined;
}

/** Start events of the event sub-processes in a scope: opened when its own start event is through, so that they see what that one hands on. */
export function eventSubProcessStarts(scope: ExecutableElement): readonly ExecutableElement[] {
  return scope.eventSubProcesses.flatMap(({ startEvents }) => startEvents);
}

/** Closes what an instance waits for; only events that `isMeant` chooses, unless absent. */
export function closeSubscriptions(
  processing: Processing,
  instanceKey: Key,
  isMeant: (elementId: string) => boolean = isAny,
): void {
  for (const kind of awaitedEvents) kind.close(processing, instanceKey, isMeant);
}

function isAny(): boolean {
  return true;
}

import type { ExecutableElement } from '@waggle/bpmn';
import { BpmnElementType, bpmnEventTypeName } from '@waggle/protocol';
import type { WaitTarget } from '../../events/awaited-event.ts';
import { awaitedEvents } from '../../events/awaited-events.ts';
import type { Processing } from '../../processing.ts';
import { type ElementInstance, isActivated } from '../../state/element-instance.ts';
import { eventSubProcessStarts } from '../triggers/event-subscriptions.ts';
import type { MigrationContext } from './migration-plan.ts';

/** What becomes of the events an instance waits for. */
export interface WaitMigration {
  readonly target: WaitTarget;
  /** Whether a wait has no counterpart and is closed. */
  readonly isClosed: (elementId: string) => boolean;
  /** Events of the target that no wait is migrated to: opened anew. */
  readonly opened: readonly ExecutableElement[];
}

/** @throws {RejectCommand} when an event is mapped to one that cannot take its place. */
export function planWaits(
  context: MigrationContext,
  instance: ElementInstance,
  source: ExecutableElement,
  target: ExecutableElement,
): WaitMigration {
  const { processing, definition, mapping, refusal } = context;
  const events = new Map<string, ExecutableElement>();
  const possible = attachedEvents(processing, instance, target);
  for (const elementId of awaitedEvents.flatMap((kind) => kind.waitsOf(processing, instance.key))) {
    if (elementId === source.id) {
      events.set(elementId, target);
      continue;
    }
    const event = mapping.elementFor(elementId);
    if (event === undefined) continue;
    const sourceEvent = processing.models.eventOf(instance.value, elementId);
    if (!possible.includes(event)) {
      throw refusal.invalidState(
        `active element with id '${source.id}' is mapped to an element with id '${target.id}' and has a catch event with id '${elementId}' that is mapped to a catch event with id '${event.id}'. These mappings detach the catch event from the element in the target process. Catch events must stay attached to the same element instance.`,
      );
    }
    if (event.eventType !== sourceEvent.eventType) {
      const [type, targetType] = [bpmnEventTypeName(sourceEvent.eventType), bpmnEventTypeName(event.eventType)];
      throw refusal.invalidState(
        `active element with id '${source.id}' has a catch event with id '${elementId}' that is mapped to a catch event with id '${event.id}'. These catch events have different event types: '${type}' and '${targetType}'. The event type of a catch event cannot be changed by process instance migration. Please ensure the event type of the catch event remains the same or remove the mapping instruction for these catch events.`,
      );
    }
    events.set(elementId, event);
  }
  const taken = new Set(events.values());
  return {
    target: { definition, eventOf: (elementId) => events.get(elementId) },
    isClosed: (elementId) => !events.has(elementId),
    opened: possible.filter((event) => !taken.has(event)),
  };
}

/** What an instance of the target would wait for at this point of its life, besides its own event. */
function attachedEvents(
  processing: Processing,
  instance: ElementInstance,
  target: ExecutableElement,
): readonly ExecutableElement[] {
  // Before, nothing is open yet; after, all is closed.
  if (!isActivated(instance)) return [];
  if (target.elementType === BpmnElementType.EVENT_BASED_GATEWAY) return target.outgoing.map((flow) => flow.target);
  const listens = instance.interruptedBy === '' && !isStarting(processing, instance);
  return listens ? [...target.boundaryEvents, ...eventSubProcessStarts(target)] : target.boundaryEvents;
}

/** Event sub-processes listen once the start event of their scope is through. */
function isStarting(processing: Processing, scope: ElementInstance): boolean {
  let isFound = false;
  processing.state.elementChildren.forEach(scope.key, (key) => {
    const child = processing.state.elementInstances.get(key);
    isFound = child?.value.bpmnElementType === BpmnElementType.START_EVENT;
    return !isFound;
  });
  return isFound;
}

import { childrenNamed, type Report, type XmlElement } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { TaskListenerDefinition } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';
import { checkRetries, checkType, readJobType } from './job-type.ts';
import { readListenerHeaders } from './task-headers.ts';

type EventType = TaskListenerDefinition['eventType'];

export function readTaskListeners(element: XmlElement): TaskListenerDefinition[] {
  return listenersOf(element).flatMap((listener) => {
    const eventType = eventTypeOf(listener);
    if (eventType === undefined) return [];
    return [{ eventType, ...readJobType(listener), headers: readListenerHeaders(element, listener) }];
  });
}

function listenersOf(element: XmlElement): XmlElement[] {
  return extensionsNamed(element, 'zeebe:taskListeners').flatMap((listeners) =>
    childrenNamed(listeners, 'zeebe:taskListener'),
  );
}

const eventTypes: readonly EventType[] = ['creating', 'assigning', 'updating', 'completing', 'canceling'];

/** What the events were called before Camunda 8.8; its engine still takes the old names. */
const formerNames: ReadonlyMap<string, EventType> = new Map([
  ['create', 'creating'],
  ['assignment', 'assigning'],
  ['update', 'updating'],
  ['complete', 'completing'],
  ['cancel', 'canceling'],
]);

function eventTypeOf(listener: XmlElement): EventType | undefined {
  const name = listener.attributes.get('eventType') ?? '';
  return formerNames.get(name) ?? eventTypes.find((type) => type === name);
}

export const taskListenerRules: readonly Rule<XmlElement>[] = [
  { id: 'task-listener-event-type-valid', check: checkEventType },
  { id: 'task-listener-type-required', check: checkType },
  { id: 'task-listener-retries-number', check: checkRetries },
];

export const taskListenerPlaceRules: readonly Rule<FlowNode>[] = [{ id: 'task-listener-native', check: checkNative }];

/** The engine has a task to listen to only where it keeps it itself. */
function checkNative({ xml }: FlowNode, report: Report): void {
  if (listenersOf(xml).length > 0 && extensionsNamed(xml, 'zeebe:userTask').length === 0) {
    report(xml, 'Task listeners are only allowed on Camunda user tasks. Add zeebe:userTask or remove them.');
  }
}

const ATTRIBUTE_MISSING = "Attribute 'eventType' must be present and not empty.";

function checkEventType(listener: XmlElement, report: Report): void {
  if (eventTypeOf(listener) === undefined) {
    const value = listener.attributes.get('eventType')?.trim();
    const problem = value ? `Expected eventType to be known, but it is '${value}'.` : ATTRIBUTE_MISSING;
    report(listener, `${problem} It is one of ${eventTypes.join(', ')}.`);
  }
}

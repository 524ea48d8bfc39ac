import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import { childrenNamed, type Report, type XmlElement } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { ExecutionListenerDefinition } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';
import { checkRetries, checkType, readJobType } from './job-type.ts';
import { isMultiInstance } from './multi-instance.ts';
import { readListenerHeaders } from './task-headers.ts';

type EventType = ExecutionListenerDefinition['eventType'];

/** Of a multi-instance activity, those of its body too. */
export function readExecutionListeners(element: XmlElement): ExecutionListenerDefinition[] {
  return listenersOf(element).map((listener) => ({
    eventType: eventTypeOf(listener) ?? 'start',
    ...readJobType(listener),
    headers: readListenerHeaders(element, listener),
  }));
}

function listenersOf(element: XmlElement): XmlElement[] {
  return extensionsNamed(element, 'zeebe:executionListeners').flatMap((listeners) =>
    childrenNamed(listeners, 'zeebe:executionListener'),
  );
}

const eventTypes: readonly EventType[] = ['start', 'end', 'beforeAll', 'cancel'];

function eventTypeOf(listener: XmlElement): EventType | undefined {
  return eventTypes.find((type) => type === listener.attributes.get('eventType'));
}

export const executionListenerRules: readonly Rule<XmlElement>[] = [
  { id: 'execution-listener-event-type-valid', check: checkEventType },
  { id: 'execution-listener-type-required', check: checkType },
  { id: 'execution-listener-retries-number', check: checkRetries },
];

export const executionListenerPlaceRules: readonly Rule<FlowNode>[] = [
  { id: 'execution-listener-distinct', check: checkDistinct },
  { id: 'execution-listener-event-type-allowed', check: checkAllowed },
];

const ATTRIBUTE_MISSING = "Attribute 'eventType' must be present and not empty.";

function checkEventType(listener: XmlElement, report: Report): void {
  if (eventTypeOf(listener) === undefined) {
    const value = listener.attributes.get('eventType')?.trim();
    const problem = value ? `Expected eventType to be known, but it is '${value}'.` : ATTRIBUTE_MISSING;
    report(listener, `${problem} It is one of ${eventTypes.join(', ')}.`);
  }
}

/** Two jobs of one type at one moment could not be told apart. */
function checkDistinct(node: FlowNode, report: Report): void {
  const groups = Map.groupBy(listenersOf(node.xml), ({ attributes }) =>
    JSON.stringify([attributes.get('eventType'), attributes.get('type')]),
  );
  for (const [first, ...others] of groups.values()) {
    if (first === undefined || others.length === 0) continue;
    const [eventType, type] = ['eventType', 'type'].map((name) => first.attributes.get(name) ?? '');
    report(
      first,
      `Found '${others.length + 1}' duplicates based on eventType[${eventType}] and type[${type}], these combinations should be unique.`,
    );
  }
}

function checkAllowed(node: FlowNode, report: Report): void {
  for (const listener of listenersOf(node.xml)) {
    const eventType = eventTypeOf(listener);
    const who = eventType && whoHasNone(node, eventType);
    if (who !== undefined) {
      report(listener, `Execution listeners of type '${eventType}' are not supported by ${who}.`);
    }
  }
}

const gateways: ReadonlySet<BpmnElementType> = new Set([
  BpmnElementType.EXCLUSIVE_GATEWAY,
  BpmnElementType.PARALLEL_GATEWAY,
  BpmnElementType.INCLUSIVE_GATEWAY,
  BpmnElementType.EVENT_BASED_GATEWAY,
]);

/** Who does not have listeners of this type; `undefined` when the node may have them. */
function whoHasNone(node: FlowNode, eventType: EventType): string | undefined {
  const { elementType } = node.kind;
  const trigger = node.eventDefinitions[0]?.kind?.eventType;
  switch (eventType) {
    case 'cancel':
      return elementType === BpmnElementType.PROCESS ? undefined : `'${node.id}': only a process has them`;
    case 'beforeAll':
      return isMultiInstance(node) ? undefined : `'${node.id}': only multi-instance activities have them`;
    case 'start':
      if (elementType === BpmnElementType.START_EVENT) return 'start events';
      if (elementType !== BpmnElementType.BOUNDARY_EVENT) return undefined;
      return trigger === BpmnEventType.COMPENSATION ? '[compensation] boundary events' : 'boundary events';
    case 'end':
      if (gateways.has(elementType)) return 'gateway element';
      if (elementType === BpmnElementType.END_EVENT && trigger === BpmnEventType.ERROR) return '[error] end events';
      return elementType === BpmnElementType.BOUNDARY_EVENT && trigger === BpmnEventType.COMPENSATION
        ? '[compensation] boundary events'
        : undefined;
  }
}

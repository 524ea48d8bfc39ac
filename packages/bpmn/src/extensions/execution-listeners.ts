import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import type { FlowNode } from '../document/flow-node.ts';
import type { Report } from '../finding-collector.ts';
import type { ExecutionListenerDefinition } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { childrenNamed, extensionsNamed, type XmlElement } from '../xml/xml-element.ts';
import { checkRetries, checkType, readJobType } from './job-type.ts';
import { checkDistinctListeners } from './listener-rules.ts';
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
  { id: 'execution-listener-distinct', check: (node, report) => checkDistinctListeners(listenersOf(node.xml), report) },
  { id: 'execution-listener-event-type-allowed', check: checkAllowed },
];

function checkEventType(listener: XmlElement, report: Report): void {
  if (eventTypeOf(listener) === undefined) {
    const value = listener.attributes.get('eventType') ?? '';
    report(listener, `Expected eventType to be one of ${eventTypes.join(', ')}, but it is '${value}'.`);
  }
}

function checkAllowed(node: FlowNode, report: Report): void {
  for (const listener of listenersOf(node.xml)) {
    const eventType = eventTypeOf(listener);
    const reason = eventType && whyNotAllowed(node, eventType);
    if (reason !== undefined) {
      report(listener, `Execution listeners of type '${eventType}' are not supported by '${node.id}': ${reason}.`);
    }
  }
}

const gateways: ReadonlySet<BpmnElementType> = new Set([
  BpmnElementType.EXCLUSIVE_GATEWAY,
  BpmnElementType.PARALLEL_GATEWAY,
  BpmnElementType.INCLUSIVE_GATEWAY,
  BpmnElementType.EVENT_BASED_GATEWAY,
]);

function whyNotAllowed(node: FlowNode, eventType: EventType): string | undefined {
  const { elementType } = node.kind;
  const trigger = node.eventDefinitions[0]?.kind?.eventType;
  if (eventType === 'cancel') {
    return elementType === BpmnElementType.PROCESS ? undefined : 'only a process has them';
  }
  if (eventType === 'beforeAll') {
    return isMultiInstance(node) ? undefined : 'only multi-instance activities have them';
  }
  if (elementType === BpmnElementType.BOUNDARY_EVENT && trigger === BpmnEventType.COMPENSATION) {
    return 'a compensation boundary event is never activated';
  }
  if (eventType === 'start') {
    if (elementType === BpmnElementType.START_EVENT) return 'a start event has no moment before it starts';
    if (elementType === BpmnElementType.BOUNDARY_EVENT) return 'a boundary event is activated with its activity';
    return undefined;
  }
  if (gateways.has(elementType)) return 'a gateway has no moment between its start and its flows';
  if (elementType === BpmnElementType.END_EVENT && trigger === BpmnEventType.ERROR) {
    return 'an error end event never completes';
  }
  return undefined;
}

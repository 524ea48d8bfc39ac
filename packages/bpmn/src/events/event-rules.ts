import { BpmnEventType } from '@waggle/protocol';
import type { EventDefinition, FlowNode } from '../document/flow-node.ts';
import type { Report } from '../finding-collector.ts';
import type { Rule } from '../rules/rule.ts';
import { localName } from '../xml/xml-element.ts';
import type { EventUse } from './event-definition-kind.ts';
import { allowedEventTypes, type EventPlace } from './event-place.ts';

/** What every event has to observe, whatever it is defined by. */
export const eventRules: readonly Rule<FlowNode>[] = [
  { id: 'event-definition-single', check: checkSingle },
  { id: 'unsupported-element', check: checkSupported },
  { id: 'event-definition-allowed', check: checkAllowed },
];

/** The supported definitions of an event at the place it stands. */
export function eventUsesOf(node: FlowNode): EventUse[] {
  const place = node.kind.eventPlace?.(node);
  return place === undefined ? [] : node.eventDefinitions.map(({ xml }) => ({ node, xml, place }));
}

function checkSingle(node: FlowNode, report: Report): void {
  const count = node.eventDefinitions.length;
  if (count <= 1) return;
  const expected = isNoneAllowed(node) ? 'Expected at most one event definition, but found' : `${exactlyOne}. Found`;
  report(node.xml, `${expected} ${count}; draw one event for each.`);
}

function checkSupported(node: FlowNode, report: Report): void {
  for (const definition of node.eventDefinitions) {
    if (isUnsupported(node, definition)) {
      const name = localName(definition.xml);
      report(node.xml, `The definition '${name}' of the event '${node.id}' is not supported; replace the event.`);
    }
  }
}

function isUnsupported(node: FlowNode, { kind }: EventDefinition): boolean {
  const place = node.kind.eventPlace?.(node);
  return kind === undefined || (place !== undefined && (kind.unsupportedAt?.includes(place) ?? false));
}

function checkAllowed(node: FlowNode, report: Report): void {
  const place = node.kind.eventPlace?.(node);
  if (place === undefined || node.eventDefinitions.some((definition) => isUnsupported(node, definition))) return;
  const allowed = allowedEventTypes[place];
  const types = node.eventDefinitions.flatMap((definition) => definition.kind?.eventType ?? []);
  for (const type of types.length === 0 ? [BpmnEventType.NONE] : types) {
    if (!allowed.includes(type)) report(node.xml, notAllowed(place, type));
  }
}

function notAllowed(place: EventPlace, type: BpmnEventType): string {
  const choice = allowedEventTypes[place].map(typeName).join(', ');
  if (place === 'event-sub-process-start') return `Start events in event subprocesses must be one of: ${choice}`;
  if (type === BpmnEventType.NONE) return `${exactlyOne}. Choose one of ${choice}.`;
  return `Expected ${placeNames[place]} to be one of ${choice}, but it is ${typeName(type)}.`;
}

const exactlyOne = 'Must have exactly one event definition';

function isNoneAllowed(node: FlowNode): boolean {
  const place = node.kind.eventPlace?.(node);
  return place !== undefined && allowedEventTypes[place].includes(BpmnEventType.NONE);
}

const placeNames: Readonly<Record<EventPlace, string>> = {
  'process-start': 'the start event of a process',
  'sub-process-start': 'the start event of a sub-process',
  'event-sub-process-start': 'the start event of an event sub-process',
  'intermediate-catch': 'an intermediate catch event',
  'intermediate-throw': 'an intermediate throw event',
  boundary: 'a boundary event',
  end: 'an end event',
};

function typeName(type: BpmnEventType): string {
  const name = Object.entries(BpmnEventType).find(([, code]) => code === type)?.[0] ?? '';
  return name.toLowerCase();
}

import { BpmnEventType } from '@waggle/protocol';
import { localName, type Report } from '@waggle/xml';
import type { EventDefinition, FlowNode } from '../document/flow-node.ts';
import type { Rule } from '../rules/rule.ts';
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
  const place = node.kind.eventPlace?.(node);
  if (count <= 1 || place === undefined) return;
  report(node.xml, `${singleStatements[place]}. Multiple events are not supported: found ${count} definitions.`);
}

const exactlyOne = 'Must have exactly one event definition';
const atMostOne = 'Must have at most one event definition';
const oneType = "Start event can't have more than one type";

const singleStatements: Readonly<Record<EventPlace, string>> = {
  'process-start': oneType,
  'sub-process-start': oneType,
  'event-sub-process-start': oneType,
  'intermediate-catch': exactlyOne,
  'intermediate-throw': atMostOne,
  boundary: exactlyOne,
  end: atMostOne,
};

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
  if (place === 'event-sub-process-start') return `${placeStatements[place]} ${choice}`;
  if (type === BpmnEventType.NONE) return `${exactlyOne}. Choose one of ${choice}.`;
  return `${placeStatements[place]} ${choice}. It is ${typeName(type)}.`;
}

const placeStatements: Readonly<Record<EventPlace, string>> = {
  'process-start': 'Start events must be one of:',
  'sub-process-start': 'Start events in subprocesses must be of type',
  'event-sub-process-start': 'Start events in event subprocesses must be one of:',
  'intermediate-catch': 'Event definition must be one of:',
  'intermediate-throw': 'Intermediate throw events must be one of:',
  boundary: 'Boundary events must be one of:',
  end: 'End events must be one of:',
};

function typeName(type: BpmnEventType): string {
  const name = Object.entries(BpmnEventType).find(([, code]) => code === type)?.[0] ?? '';
  return name.toLowerCase();
}

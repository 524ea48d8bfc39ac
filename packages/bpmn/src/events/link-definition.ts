/** A link replaces a long sequence flow: a throw event goes on at the catch event of the same name in its scope. */
import { BpmnEventType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { indexOfScope } from '../document/scope-index.ts';
import type { EventDefinitionKind, EventUse } from './event-definition-kind.ts';

export const linkDefinitionKind: EventDefinitionKind = {
  tag: 'bpmn:linkEventDefinition',
  eventType: BpmnEventType.LINK,
  unsupportedAt: ['process-start', 'event-sub-process-start', 'sub-process-start', 'boundary', 'end'],
  loopRole: 'passes',
  rules: [
    { id: 'link-name-required', check: checkName },
    { id: 'link-target-exists', check: checkTarget },
    { id: 'link-name-distinct', check: checkDistinct },
    { id: 'link-event-flows', check: checkFlows },
  ],
  // Where it leads is another element, which is linked when all are read.
  read: () => ({}),
};

/** The catch event a link throw event goes on at; `undefined` for all other nodes. */
export function linkTargetOf(node: FlowNode): FlowNode | undefined {
  const name = linkNameOf(node);
  if (name === undefined || node.kind.eventPlace?.(node) !== 'intermediate-throw') return undefined;
  return node.scope && linkCatchEventsOf(node.scope).get(name);
}

/** A catch event, entered by links only. */
export function isLinkTarget(node: FlowNode): boolean {
  return linkNameOf(node) !== undefined && node.kind.eventPlace?.(node) === 'intermediate-catch';
}

function linkNameOf(node: FlowNode): string | undefined {
  const link = node.eventDefinitions.find(({ kind }) => kind === linkDefinitionKind);
  return link?.xml.attributes.get('name')?.trim() || undefined;
}

/** By name; of several with one name the first. */
const linkCatchEventsOf = indexOfScope((scope) => {
  const byName = new Map<string, FlowNode>();
  for (const child of scope.children) {
    const name = isLinkTarget(child) ? linkNameOf(child) : undefined;
    if (name !== undefined && !byName.has(name)) byName.set(name, child);
  }
  return byName;
});

function checkName({ node, xml }: EventUse, report: Report): void {
  if (linkNameOf(node) === undefined) report(xml, 'Link name must be present and not empty.');
}

function checkTarget({ node, xml, place }: EventUse, report: Report): void {
  const name = linkNameOf(node);
  if (place === 'intermediate-throw' && name !== undefined && linkTargetOf(node) === undefined) {
    report(
      xml,
      `Can't find an catch link event for the throw link event with the name '${name}'. Draw one in the same scope.`,
    );
  }
}

function checkDistinct({ node, xml, place }: EventUse, report: Report): void {
  const name = linkNameOf(node);
  if (place !== 'intermediate-catch' || name === undefined || node.scope === undefined) return;
  if (linkCatchEventsOf(node.scope).get(name) !== node) {
    report(xml, `Multiple intermediate catch link event definitions with the same name '${name}' are not allowed.`);
  }
}

function checkFlows({ node, xml, place }: EventUse, report: Report): void {
  if (place === 'intermediate-throw' && node.outgoing.length > 0) {
    report(xml, 'Expected no sequence flow to leave a link throw event; it goes on at the catch event of its name.');
  }
  if (place === 'intermediate-catch' && node.incoming.length > 0) {
    report(xml, 'Expected no sequence flow to lead to a link catch event; it is entered by the link of its name.');
  }
}

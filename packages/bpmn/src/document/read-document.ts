import { booleanAttribute, childNamed, childrenNamed, descendants, type XmlElement } from '@waggle/xml';
import { elementKindOf } from '../elements/element-kinds.ts';
import { processKind } from '../elements/process.ts';
import { eventDefinitionKinds } from '../events/event-definition-kinds.ts';
import { type BpmnDocument, type Definitions, type EventDefinition, type FlowNode, nodesOf } from './flow-node.ts';
import { isNoFlowNode } from './non-flow-elements.ts';

/** Links the executable processes of a document. Other processes (pools drawn for documentation) are not looked into. */
export function readDocument(root: XmlElement): BpmnDocument {
  const definitions: Definitions = {
    messages: byId(childrenNamed(root, 'bpmn:message')),
    errors: byId(childrenNamed(root, 'bpmn:error')),
    signals: byId(childrenNamed(root, 'bpmn:signal')),
    escalations: byId(childrenNamed(root, 'bpmn:escalation')),
  };
  const associations = associationsIn(root);
  const processes = childrenNamed(root, 'bpmn:process')
    .filter((process) => booleanAttribute(process, 'isExecutable', false))
    .map((process) => readProcess(process, definitions, associations));
  return { root, definitions, processes };
}

/** From the id of what an association begins at to the ids of what it leads to. */
type Associations = ReadonlyMap<string, readonly string[]>;

/** Of the whole document: editors also put them into the collaboration, beside the pools. */
function associationsIn(root: XmlElement): Associations {
  const all = descendants(root).filter((element) => element.name === 'bpmn:association');
  const bySource = Map.groupBy(all, ({ attributes }) => attributes.get('sourceRef') ?? '');
  return new Map(
    [...bySource].map(([source, from]) => [source, from.map(({ attributes }) => attributes.get('targetRef') ?? '')]),
  );
}

function byId(elements: readonly XmlElement[]): Map<string, XmlElement> {
  return new Map(elements.flatMap((element) => (idOf(element) === '' ? [] : [[idOf(element), element]])));
}

function idOf(xml: XmlElement): string {
  return xml.attributes.get('id') ?? '';
}

function readProcess(xml: XmlElement, definitions: Definitions, associations: Associations): FlowNode {
  const process = readNode(xml, processKind, undefined, definitions);
  const nodes = new Map<string, FlowNode>();
  for (const node of nodesOf(process)) if (node.id !== '') nodes.set(node.id, node);
  for (const node of nodesOf(process)) if (node.kind.isScope) linkFlows(node, nodes);
  for (const node of nodes.values()) {
    node.attachedTo = nodes.get(node.xml.attributes.get('attachedToRef') ?? '');
    node.attachedTo?.boundaryEvents.push(node);
  }
  for (const node of nodes.values()) {
    node.associated.push(...(associations.get(node.id) ?? []).flatMap((id) => nodes.get(id) ?? []));
  }
  return process;
}

function readNode(
  xml: XmlElement,
  kind: FlowNode['kind'],
  scope: FlowNode | undefined,
  definitions: Definitions,
): FlowNode {
  const node: FlowNode = {
    id: idOf(xml),
    xml,
    kind,
    scope,
    definitions,
    eventDefinitions: kind.eventPlace === undefined ? [] : eventDefinitionsOf(xml),
    children: [],
    flows: [],
    incoming: [],
    outgoing: [],
    boundaryEvents: [],
    attachedTo: undefined,
    associated: [],
  };
  if (!kind.isScope) return node;
  for (const child of xml.children) {
    if (!isNoFlowNode(child)) node.children.push(readNode(child, elementKindOf(child), node, definitions));
  }
  return node;
}

function eventDefinitionsOf(xml: XmlElement): EventDefinition[] {
  return xml.children
    .filter((child) => child.name.startsWith('bpmn:') && /EventDefinition(Ref)?$/.test(child.name))
    .map((child) => ({ xml: child, kind: eventDefinitionKinds.find((kind) => kind.tag === child.name) }));
}

function linkFlows(scope: FlowNode, nodes: ReadonlyMap<string, FlowNode>): void {
  for (const xml of childrenNamed(scope.xml, 'bpmn:sequenceFlow')) {
    const flow = {
      id: idOf(xml),
      xml,
      source: flowEnd(xml, 'sourceRef', nodes),
      target: flowEnd(xml, 'targetRef', nodes),
      condition: childNamed(xml, 'bpmn:conditionExpression'),
    };
    scope.flows.push(flow);
    flow.source?.outgoing.push(flow);
    flow.target?.incoming.push(flow);
  }
}

function flowEnd(xml: XmlElement, attribute: string, nodes: ReadonlyMap<string, FlowNode>): FlowNode | undefined {
  const node = nodes.get(xml.attributes.get(attribute) ?? '');
  // The process has an id too, but is nothing a flow can lead to.
  return node?.scope === undefined ? undefined : node;
}

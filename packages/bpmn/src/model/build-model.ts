/**
 * Turns a document without findings into the executable model.
 *
 * 1. Elements are created first and linked after, because they refer to each other in circles.
 * 2. All go through one literal, so they share one shape (hidden class) in the engine's hot paths.
 */
import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import { type Flow, type FlowNode, flowsOf, nodesOf } from '../document/flow-node.ts';
import { eventUsesOf } from '../events/event-rules.ts';
import { readInputMappings, readOutputMappings } from '../extensions/io-mapping.ts';
import { readProperties } from '../extensions/properties.ts';
import type { ExecutableElement, ExecutableProcess, ExecutableSequenceFlow } from '../model.ts';
import { bodyText, childNamed, extensionsNamed, type XmlElement } from '../xml/xml-element.ts';
import type { ElementDetails } from './element-details.ts';
import { expressionSource } from './expression-source.ts';

/** An element while it is being linked. */
type Linkable = {
  -readonly [Field in keyof ExecutableElement]: ExecutableElement[Field] extends readonly (infer Item)[]
    ? Item[]
    : ExecutableElement[Field];
};

export function buildProcess(process: FlowNode): ExecutableProcess {
  const elements = new Map<FlowNode, Linkable>();
  for (const node of nodesOf(process)) elements.set(node, createElement(node));

  const flows = new Map<Flow, ExecutableSequenceFlow>();
  for (const flow of flowsOf(process)) {
    const source = flow.source && elements.get(flow.source);
    const target = flow.target && elements.get(flow.target);
    if (source !== undefined && target !== undefined) flows.set(flow, createFlow(flow, source, target));
  }
  for (const [node, element] of elements) link(node, element, elements, flows);

  return {
    id: process.id,
    name: process.xml.attributes.get('name'),
    versionTag: extensionsNamed(process.xml, 'zeebe:versionTag')[0]?.attributes.get('value') || undefined,
    root: elements.get(process) ?? createElement(process),
    elements: new Map([...elements.values()].map((element) => [element.id, element])),
    jobPriority: undefined,
    sequenceFlows: new Map([...flows.values()].map((flow) => [flow.id, flow])),
  };
}

function createFlow(flow: Flow, source: ExecutableElement, target: ExecutableElement): ExecutableSequenceFlow {
  return {
    id: flow.id,
    name: flow.xml.attributes.get('name'),
    source,
    target,
    condition: flow.condition && expressionSource(bodyText(flow.condition)),
  };
}

function createElement(node: FlowNode): Linkable {
  const details = readDetails(node);
  return {
    id: node.id,
    name: node.xml.attributes.get('name'),
    elementType: node.kind.elementType,
    eventType: eventTypeOf(node),
    flowScope: undefined,
    incoming: [],
    outgoing: [],
    defaultFlow: undefined,
    inputMappings: readInputMappings(node.xml),
    outputMappings: readOutputMappings(node.xml),
    children: [],
    noneStartEvent: undefined,
    startEvents: [],
    eventSubProcesses: [],
    boundaryEvents: [],
    attachedTo: undefined,
    isInterrupting: details.isInterrupting ?? true,
    job: details.job,
    script: details.script,
    message: details.message,
    timer: details.timer,
    error: details.error,
    calledElement: details.calledElement,
    signal: details.signal,
    escalation: details.escalation,
    conditional: details.conditional,
    userTask: details.userTask,
    form: details.form,
    executionListeners: [],
    linkTarget: undefined,
    compensationHandler: undefined,
    isForCompensation: false,
    compensatedActivity: undefined,
    multiInstance: details.multiInstance,
    innerActivity: undefined,
    adHoc: details.adHoc,
    innerInstance: undefined,
    properties: readProperties(node.xml),
    documentation: readDocumentation(node.xml),
  };
}

function readDetails(node: FlowNode): Partial<ElementDetails> {
  const ofEvent = eventUsesOf(node).map((use, index) => node.eventDefinitions[index]?.kind?.read(use));
  return Object.assign({}, node.kind.read?.(node), ...ofEvent);
}

function eventTypeOf(node: FlowNode): BpmnEventType {
  if (node.kind.eventPlace === undefined) return node.kind.eventType ?? BpmnEventType.UNSPECIFIED;
  return node.eventDefinitions[0]?.kind?.eventType ?? BpmnEventType.NONE;
}

function readDocumentation(xml: XmlElement): string | undefined {
  const documentation = childNamed(xml, 'bpmn:documentation');
  return (documentation && bodyText(documentation)) || undefined;
}

function link(
  node: FlowNode,
  element: Linkable,
  elements: ReadonlyMap<FlowNode, Linkable>,
  flows: ReadonlyMap<Flow, ExecutableSequenceFlow>,
): void {
  const elementsOf = (nodes: readonly FlowNode[]) => nodes.flatMap((other) => elements.get(other) ?? []);
  const flowsAt = (ends: readonly Flow[]) => ends.flatMap((flow) => flows.get(flow) ?? []);
  element.flowScope = node.scope && elements.get(node.scope);
  element.incoming = flowsAt(node.incoming);
  element.outgoing = flowsAt(node.outgoing);
  if (node.kind.isConditional) {
    const ref = node.xml.attributes.get('default');
    element.defaultFlow = element.outgoing.find((flow) => flow.id === ref);
  }
  element.children = elementsOf(node.children);
  element.startEvents = element.children.filter((child) => child.elementType === BpmnElementType.START_EVENT);
  element.noneStartEvent = element.startEvents.find((start) => start.eventType === BpmnEventType.NONE);
  element.eventSubProcesses = element.children.filter(
    (child) => child.elementType === BpmnElementType.EVENT_SUB_PROCESS,
  );
  element.boundaryEvents = elementsOf(node.boundaryEvents);
  element.attachedTo = node.attachedTo && elements.get(node.attachedTo);
}

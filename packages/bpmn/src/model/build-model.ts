/**
 * Turns a document without findings into the executable model.
 *
 * 1. Elements are created first and linked after, because they refer to each other in circles.
 * 2. All go through one literal, so they share one shape (hidden class) in the engine's hot paths.
 */
import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import { bodyText, childNamed, type XmlElement } from '@waggle/xml';
import { type Flow, type FlowNode, flowsOf, nodesOf } from '../document/flow-node.ts';
import { compensatedActivityOf, compensationHandlerOf, isForCompensation } from '../events/compensation-definition.ts';
import { eventUsesOf } from '../events/event-rules.ts';
import { linkTargetOf } from '../events/link-definition.ts';
import { activatableNodesOf, innerInstanceSuffix } from '../extensions/ad-hoc.ts';
import { readExecutionListeners } from '../extensions/execution-listeners.ts';
import { extensionsNamed } from '../extensions/extensions-named.ts';
import { readInputMappings, readOutputMappings } from '../extensions/io-mapping.ts';
import { readJobPriority } from '../extensions/job-priority.ts';
import { readMultiInstance } from '../extensions/multi-instance.ts';
import { readProperties } from '../extensions/properties.ts';
import type {
  ExecutableElement,
  ExecutableProcess,
  ExecutableSequenceFlow,
  MultiInstanceDefinition,
} from '../model.ts';
import type { ElementDetails } from './element-details.ts';
import { expressionSource } from './expression-source.ts';

/** An element while it is being linked. */
type Linkable = {
  -readonly [Field in keyof ExecutableElement]: ExecutableElement[Field] extends readonly (infer Item)[]
    ? Item[]
    : ExecutableElement[Field];
};

/** What one node of the document becomes. */
interface BuiltNode {
  /** Stands in the scope around it, carries flows and boundary events, and is found by its id. */
  readonly outer: Linkable;
  /** Does the work; another element than `outer` for multi-instance activities only. */
  readonly activity: Linkable;
  /** Ad-hoc sub-processes: around each element inside that is activated. */
  readonly innerInstance: Linkable | undefined;
}

type BuiltNodes = ReadonlyMap<FlowNode, BuiltNode>;

export function buildProcess(process: FlowNode): ExecutableProcess {
  const nodes = new Map<FlowNode, BuiltNode>();
  for (const node of nodesOf(process)) nodes.set(node, buildNode(node));

  const flows = new Map<Flow, ExecutableSequenceFlow>();
  for (const flow of flowsOf(process)) {
    const source = flow.source && nodes.get(flow.source)?.outer;
    const target = flow.target && nodes.get(flow.target)?.outer;
    if (source !== undefined && target !== undefined) flows.set(flow, createFlow(flow, source, target));
  }
  for (const [node, built] of nodes) link(node, built, nodes, flows);

  return {
    id: process.id,
    name: process.xml.attributes.get('name'),
    versionTag: extensionsNamed(process.xml, 'zeebe:versionTag')[0]?.attributes.get('value') || undefined,
    root: nodes.get(process)?.outer ?? createElement(process),
    elements: new Map(
      [...nodes.values()]
        .flatMap(({ outer, innerInstance }) => (innerInstance === undefined ? [outer] : [outer, innerInstance]))
        .map((element) => [element.id, element]),
    ),
    jobPriority: readJobPriority(process.xml),
    sequenceFlows: new Map([...flows.values()].map((flow) => [flow.id, flow])),
  };
}

function buildNode(node: FlowNode): BuiltNode {
  const element = createElement(node);
  const multiInstance = readMultiInstance(node);
  const innerInstance = element.adHoc && createInnerInstance(element);
  if (multiInstance === undefined) return { outer: element, activity: element, innerInstance };
  const [ofBody, ofActivity] = partition(element.executionListeners, ({ eventType }) => eventType === 'beforeAll');
  const activity = { ...element, executionListeners: ofActivity };
  return { outer: { ...createBody(activity, multiInstance), executionListeners: ofBody }, activity, innerInstance };
}

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** Only a scope: all that is drawn at the ad-hoc sub-process belongs to that. */
function createInnerInstance(adHocSubProcess: Linkable): Linkable {
  return {
    ...adHocSubProcess,
    id: `${adHocSubProcess.id}${innerInstanceSuffix}`,
    elementType: BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE,
    inputMappings: [],
    outputMappings: [],
    job: undefined,
    executionListeners: [],
    isForCompensation: false,
    adHoc: undefined,
    properties: {},
    documentation: undefined,
  };
}

/** Through the same literal as every element, then emptied of what belongs to the activity. */
function createBody(activity: Linkable, multiInstance: MultiInstanceDefinition): Linkable {
  return {
    ...activity,
    elementType: BpmnElementType.MULTI_INSTANCE_BODY,
    eventType: BpmnEventType.UNSPECIFIED,
    inputMappings: [],
    outputMappings: [],
    job: undefined,
    script: undefined,
    message: undefined,
    calledElement: undefined,
    calledDecision: undefined,
    userTask: undefined,
    adHoc: undefined,
    multiInstance,
    innerActivity: activity,
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
    calledDecision: details.calledDecision,
    signal: details.signal,
    escalation: details.escalation,
    conditional: details.conditional,
    userTask: details.userTask,
    form: details.form,
    executionListeners: readExecutionListeners(node.xml),
    linkTarget: undefined,
    compensationHandler: undefined,
    isForCompensation: isForCompensation(node),
    compensatedActivity: undefined,
    multiInstance: undefined,
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
  { outer, activity, innerInstance }: BuiltNode,
  nodes: BuiltNodes,
  flows: ReadonlyMap<Flow, ExecutableSequenceFlow>,
): void {
  const outerOf = (others: readonly FlowNode[]) => others.flatMap((other) => nodes.get(other)?.outer ?? []);
  const flowsAt = (ends: readonly Flow[]) => ends.flatMap((flow) => flows.get(flow) ?? []);
  outer.flowScope = node.scope && scopeFor(node, nodes.get(node.scope));
  outer.incoming = flowsAt(node.incoming);
  outer.outgoing = flowsAt(node.outgoing);
  if (node.kind.isConditional) {
    const ref = node.xml.attributes.get('default');
    outer.defaultFlow = outer.outgoing.find((flow) => flow.id === ref);
  }
  outer.boundaryEvents = outerOf(node.boundaryEvents);
  const outerOfOne = (other: FlowNode | undefined) => other && nodes.get(other)?.outer;
  outer.linkTarget = outerOfOne(linkTargetOf(node));
  outer.compensationHandler = outerOfOne(compensationHandlerOf(node));
  outer.compensatedActivity = outerOfOne(compensatedActivityOf(node));
  outer.attachedTo = outerOfOne(node.attachedTo);
  if (outer !== activity) {
    activity.flowScope = outer;
    outer.children = [activity];
  }
  if (activity.adHoc === undefined || innerInstance === undefined) {
    fillScope(activity, outerOf(node.children));
    return;
  }
  const [startedByEvent, activated] = partition(outerOf(node.children), isEventSubProcess);
  fillScope(activity, [innerInstance, ...startedByEvent]);
  fillScope(innerInstance, activated);
  activity.innerInstance = innerInstance;
  innerInstance.flowScope = activity;
  activity.adHoc = { ...activity.adHoc, activatableElements: outerOf(activatableNodesOf(node)) };
}

/** Event sub-processes listen as long as the ad-hoc sub-process is active, not for each element inside. */
function scopeFor(node: FlowNode, scope: BuiltNode | undefined): Linkable | undefined {
  return node.kind.elementType === BpmnElementType.EVENT_SUB_PROCESS
    ? scope?.activity
    : (scope?.innerInstance ?? scope?.activity);
}

function isEventSubProcess({ elementType }: ExecutableElement): boolean {
  return elementType === BpmnElementType.EVENT_SUB_PROCESS;
}

function fillScope(scope: Linkable, children: Linkable[]): void {
  scope.children = children;
  scope.startEvents = children.filter((child) => child.elementType === BpmnElementType.START_EVENT);
  scope.noneStartEvent = scope.startEvents.find((start) => start.eventType === BpmnEventType.NONE);
  scope.eventSubProcesses = children.filter(isEventSubProcess);
}

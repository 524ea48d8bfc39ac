/** What an operator's changes depend on in a model, read by the parser of the engine, so that both agree. */
import { type ExecutableElement, type ExecutableSequenceFlow, parseBpmn } from '@waggle/bpmn';
import {
  BpmnElementType,
  type BpmnElementTypeName,
  type BpmnEventTypeName,
  bpmnElementTypeName,
  bpmnEventTypeName,
} from '@waggle/protocol';

/** Something that holds other elements while it runs. */
export interface ScopeFacts {
  readonly id: string;
  /** As the API spells it: a loop is two scopes of one id, its body and what runs for each item. */
  readonly type: BpmnElementTypeName;
  readonly name: string;
  /** Whether opening it by hand would add an item to a loop, which cannot be done. */
  readonly isOfLoop: boolean;
}

export interface ElementFacts {
  readonly id: string;
  /** The id when it has none. */
  readonly name: string;
  /** Of a loop what runs for each item: what the diagram shows. */
  readonly type: BpmnElementTypeName;
  readonly eventType: BpmnEventTypeName;
  /** What lies around it, the outermost first, without the process. */
  readonly scopes: readonly ScopeFacts[];
  readonly loop: 'parallel' | 'sequential' | undefined;
  /** Who does the work, as far as running instances depend on it. */
  readonly implementation: 'userTask' | 'job' | 'bpmn' | undefined;
  /** Boundary events: the id of the activity. */
  readonly attachedToId: string | undefined;
  readonly isBehindEventBasedGateway: boolean;
  /** Start events of event sub-processes wait on behalf of the scope around. */
  readonly isEventSubProcessStart: boolean;
  /** Whether tokens may wait for others here. */
  readonly isJoin: boolean;
}

export interface FlowFacts {
  readonly id: string;
  readonly sourceId: string;
  readonly targetId: string;
}

export interface ProcessFacts {
  readonly id: string;
  /** The process itself is not among them. */
  readonly elements: ReadonlyMap<string, ElementFacts>;
  readonly flows: ReadonlyMap<string, FlowFacts>;
}

/**
 * @param xml of a deployed definition.
 * @param processId which of the processes in it.
 * @throws the text holds no such process.
 */
export function readProcessFacts(xml: string, processId: string): ProcessFacts {
  // It was accepted when it was deployed; by which rules, does not matter now.
  const parsed = parseBpmn(xml, { resourceName: processId, isAccepted: true });
  if (!parsed.ok) throw new Error(parsed.findings.map(({ message }) => message).join(' '));
  const process = parsed.model.processes.find(({ id }) => id === processId);
  if (process === undefined) throw new Error(`Expected the process '${processId}' in the model, but it has none.`);
  const elements = [...process.elements.values()].filter(
    ({ elementType }) =>
      elementType !== BpmnElementType.PROCESS && elementType !== BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE,
  );
  return {
    id: process.id,
    elements: new Map(elements.map((element) => [element.id, factsOf(element)])),
    flows: new Map([...process.sequenceFlows.values()].map((flow) => [flow.id, flowOf(flow)])),
  };
}

function factsOf(element: ExecutableElement): ElementFacts {
  const activity = element.innerActivity ?? element;
  return {
    id: element.id,
    name: nameOf(element),
    type: bpmnElementTypeName(activity.elementType),
    eventType: bpmnEventTypeName(activity.eventType),
    scopes: scopesAround(element),
    loop:
      element.multiInstance === undefined ? undefined : element.multiInstance.isSequential ? 'sequential' : 'parallel',
    implementation: implementationOf(activity),
    attachedToId: element.attachedTo?.id,
    isBehindEventBasedGateway: element.incoming.some(
      ({ source }) => source.elementType === BpmnElementType.EVENT_BASED_GATEWAY,
    ),
    isEventSubProcessStart:
      element.elementType === BpmnElementType.START_EVENT &&
      element.flowScope?.elementType === BpmnElementType.EVENT_SUB_PROCESS,
    isJoin:
      element.incoming.length > 1 &&
      (element.elementType === BpmnElementType.PARALLEL_GATEWAY ||
        element.elementType === BpmnElementType.INCLUSIVE_GATEWAY),
  };
}

function scopesAround(element: ExecutableElement): readonly ScopeFacts[] {
  const scopes: ScopeFacts[] = [];
  for (
    let scope = element.flowScope;
    scope !== undefined && scope.elementType !== BpmnElementType.PROCESS;
    scope = scope.flowScope
  ) {
    scopes.unshift({
      id: scope.id,
      type: bpmnElementTypeName(scope.elementType),
      name: nameOf(scope),
      isOfLoop: scope.multiInstance !== undefined || scope.flowScope?.multiInstance !== undefined,
    });
  }
  return scopes;
}

function implementationOf({ userTask, adHoc, job }: ExecutableElement): ElementFacts['implementation'] {
  if (userTask !== undefined) return userTask.implementation === 'native' ? 'userTask' : 'job';
  if (adHoc !== undefined) return job === undefined ? 'bpmn' : 'job';
  return undefined;
}

function nameOf({ id, name = '' }: ExecutableElement): string {
  const text = name.replaceAll(/\s+/g, ' ').trim();
  return text === '' ? id : text;
}

function flowOf({ id, source, target }: ExecutableSequenceFlow): FlowFacts {
  return { id, sourceId: source.id, targetId: target.id };
}

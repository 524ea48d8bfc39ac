/**
 * When an inclusive gateway that tokens have reached may start: when every incoming flow holds one, or when no other token
 * of the scope can still get to one of the empty flows. The question is asked again whenever an element from which the
 * gateway can be reached has left, since nothing else would tell a join that waits for a token that went elsewhere.
 */
import type { ExecutableElement, ExecutableSequenceFlow } from '@waggle/bpmn';
import { BpmnElementType, BpmnEventType, type Key, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { elementValue } from './element-value.ts';

const NO_JOINS: readonly ExecutableElement[] = [];

/** Derived from models, which never change. */
const joinsByScope = new WeakMap<ExecutableElement, readonly ExecutableElement[]>();
const allBefore = new WeakMap<ExecutableElement, ReadonlySet<ExecutableElement>>();

/** Ids of the incoming flows that hold a token. */
export function takenIncoming(processing: Processing, join: ExecutableElement, scopeKey: Key): readonly string[] {
  const { takenFlows } = processing.state;
  return join.incoming.filter(({ id }) => takenFlows.has(scopeKey, id)).map(({ id }) => id);
}

export function isJoinReady(processing: Processing, join: ExecutableElement, scopeKey: Key): boolean {
  const { takenFlows } = processing.state;
  const empty = join.incoming.filter(({ id }) => !takenFlows.has(scopeKey, id));
  if (empty.length === join.incoming.length) return false;
  return empty.length === 0 || !isUnderWay(processing, join, scopeKey, elementsBefore(join, empty));
}

/** An element has left its place, or ended: joins that waited for it may start now. */
export function recheckJoins(
  processing: Processing,
  left: ExecutableElement,
  scopeKey: Key,
  takenByIt: readonly ExecutableSequenceFlow[] = [],
): void {
  const joins = left.flowScope === undefined ? NO_JOINS : joinsIn(left.flowScope);
  if (joins.length === 0 || processing.state.takenFlows.isEmpty(scopeKey)) return;
  for (const join of joins) {
    // A token that has just arrived asks for itself.
    if (takenByIt.some(({ target }) => target === join)) continue;
    if (left !== join && !elementsBeforeAny(join).has(left)) continue;
    if (!isJoinReady(processing, join, scopeKey)) continue;
    const scope = processing.state.elementInstances.get(scopeKey);
    const [flowId] = takenIncoming(processing, join, scopeKey);
    if (scope === undefined || flowId === undefined) continue;
    processing.write.followUp(
      ValueType.PROCESS_INSTANCE,
      ProcessInstanceIntent.ACTIVATE_ELEMENT,
      processing.keys.next(),
      elementValue(join, scope, [flowId]),
    );
  }
}

/** The scope an element instance stands in has lost it. */
export function recheckJoinsOf(processing: Processing, instance: ElementInstance): void {
  const { flowScopeKey, processDefinitionKey, elementId } = instance.value;
  const element = processing.models.get(processDefinitionKey).elements.get(elementId);
  if (element !== undefined) recheckJoins(processing, element, flowScopeKey);
}

function joinsIn(scope: ExecutableElement): readonly ExecutableElement[] {
  let joins = joinsByScope.get(scope);
  if (joins === undefined) {
    joins = scope.children.filter(
      ({ elementType, incoming }) => elementType === BpmnElementType.INCLUSIVE_GATEWAY && incoming.length > 1,
    );
    joinsByScope.set(scope, joins.length === 0 ? NO_JOINS : joins);
  }
  return joins;
}

/** Whether a token of the scope stands at, or goes to, one of the elements. */
function isUnderWay(
  processing: Processing,
  join: ExecutableElement,
  scopeKey: Key,
  before: ReadonlySet<ExecutableElement>,
): boolean {
  const { state, models } = processing;
  const scope = state.elementInstances.get(scopeKey);
  if (scope === undefined) return false;
  const { sequenceFlows, elements } = models.get(scope.value.processDefinitionKey);
  let isFound = false;
  state.takenFlows.forEach(scopeKey, (flowId) => {
    const target = sequenceFlows.get(flowId)?.target;
    isFound = target !== undefined && target !== join && before.has(target);
    return !isFound;
  });
  if (isFound) return true;
  state.elementChildren.forEach(scopeKey, (key) => {
    const child = state.elementInstances.get(key);
    const element = child && elements.get(child.value.elementId);
    isFound = element !== undefined && element !== join && before.has(element);
    return !isFound;
  });
  return isFound;
}

/** Elements from which one of a join's incoming flows can be reached without passing the join itself. */
function elementsBefore(
  join: ExecutableElement,
  flows: readonly ExecutableSequenceFlow[],
): ReadonlySet<ExecutableElement> {
  const before = new Set<ExecutableElement>();
  const open = flows.map(({ source }) => source);
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element === join || before.has(element)) continue;
    before.add(element);
    for (const { source } of element.incoming) open.push(source);
    if (element.attachedTo !== undefined) open.push(element.attachedTo);
    if (element.eventType === BpmnEventType.LINK) open.push(...linksTo(element));
  }
  return before;
}

function elementsBeforeAny(join: ExecutableElement): ReadonlySet<ExecutableElement> {
  let before = allBefore.get(join);
  if (before === undefined) {
    before = elementsBefore(join, join.incoming);
    allBefore.set(join, before);
  }
  return before;
}

function linksTo(element: ExecutableElement): readonly ExecutableElement[] {
  return element.flowScope?.children.filter(({ linkTarget }) => linkTarget === element) ?? [];
}

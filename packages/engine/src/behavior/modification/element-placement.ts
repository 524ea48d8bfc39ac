/**
 * Starts elements in the middle of an instance, for clients: at its creation and when it is modified.
 *
 * 1. Scopes around an element that are not open yet are opened without input mappings and start events.
 * 2. A placed element is ACTIVATING at once, so its scope cannot end before it; it begins when `startPlaced` asks it to.
 * 3. What cannot be done is thrown as a refusal: the command is taken back whole.
 */
import type { ExecutableElement } from '@waggle/bpmn';
import { BpmnElementType, type Key, NO_KEY } from '@waggle/protocol';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import { type ElementInstance, isActivated } from '../../state/element-instance.ts';
import { activated, activating, continueActivating, elementValue } from '../element-transitions.ts';
import { takenIncoming } from '../inclusive-join.ts';
import { eventSubProcessStarts, openSubscriptions } from '../triggers/event-subscriptions.ts';
import { setLocalVariables, type VariableTexts } from '../variables/set-variables.ts';
import type { PlacementRefusals, Refuse } from './placement-refusals.ts';

/** One element to start. */
export interface Placement {
  readonly element: ExecutableElement;
  /** An open scope around the element, below which new scopes are opened; absent = every scope that is open is used. */
  readonly ancestor?: ElementInstance;
  readonly variables: readonly ScopedVariables[];
}

export interface ScopedVariables {
  /** A scope that is opened for the element, or the element itself; empty = the process instance. */
  readonly scopeId: string;
  readonly variables: VariableTexts;
}

/** The element of an instruction. @throws {RejectCommand} when it cannot be started by itself. */
export function placeableElement(
  processing: Processing,
  processDefinitionKey: Key,
  id: string,
  unplaceable: ReadonlySet<BpmnElementType>,
  refusals: PlacementRefusals,
): ExecutableElement {
  const { elements, sequenceFlows } = processing.models.get(processDefinitionKey);
  const element = elements.get(id);
  if (element === undefined && !sequenceFlows.has(id)) throw refusals.missing(id);
  if (element === undefined || unplaceable.has(element.elementType)) {
    throw refusals.unplaceable(id, element?.elementType ?? BpmnElementType.SEQUENCE_FLOW, unplaceable);
  }
  if (element.incoming.some(({ source }) => source.elementType === BpmnElementType.EVENT_BASED_GATEWAY)) {
    throw refusals.behindEventBasedGateway(id);
  }
  return element;
}

/** Puts an element into its scope. @returns its instance, which does nothing until it is started. */
export function placeElement(
  processing: Processing,
  root: ElementInstance,
  placement: Placement,
  refusals: PlacementRefusals,
): ElementInstance {
  const { element, ancestor } = placement;
  const unused = new Set(placement.variables);
  const isElement = (id: string) => processing.models.get(root.value.processDefinitionKey).elements.has(id);
  const setVariables = (scopeId: string, instance: ElementInstance) => {
    for (const entry of unused) {
      if (entry.scopeId !== scopeId) continue;
      setLocalVariables(processing, instance.key, instance.value, entry.variables);
      unused.delete(entry);
    }
  };
  setVariables('', root);
  let scope = root;
  for (const scopeElement of scopesAround(element).slice(1)) {
    const present =
      ancestor === undefined
        ? findOpenScope(processing, scope, scopeElement, refusals)
        : holderOf(processing, scope, ancestor);
    scope = present ?? openScope(processing, scopeElement, scope, { placed: element, setVariables, refusals });
  }
  // A join takes along the tokens that wait for it, or nothing would ever consume them.
  const isJoin = processing.elementProcessor(element.elementType).consumes !== undefined;
  const consumed = isJoin ? takenIncoming(processing, element, scope.key) : undefined;
  const instance = activating(processing, processing.keys.next(), elementValue(element, scope, consumed));
  setVariables(element.id, instance);
  for (const { scopeId } of unused) throw refusals.misplacedVariables(scopeId, isElement(scopeId));
  return instance;
}

/** Lets placed elements begin, in order. */
export function startPlaced(processing: Processing, placed: readonly ElementInstance[]): void {
  for (const instance of placed) continueActivating(processing, instance);
}

/** Everything around an element, outermost (the process) first. */
export function scopesAround(element: ExecutableElement): readonly ExecutableElement[] {
  const scopes: ExecutableElement[] = [];
  for (let scope = element.flowScope; scope !== undefined; scope = scope.flowScope) scopes.unshift(scope);
  return scopes;
}

/**
 * The one open instance of a scope inside another.
 * @throws {RejectCommand} when there are several, or it is not open.
 */
function findOpenScope(
  processing: Processing,
  outer: ElementInstance,
  element: ExecutableElement,
  refusals: PlacementRefusals,
): ElementInstance | undefined {
  let found: ElementInstance | undefined;
  processing.state.elementChildren.forEach(outer.key, (key) => {
    const child = processing.state.elementInstances.get(key);
    if (child === undefined || child.value.elementId !== element.id) return;
    if (child.value.bpmnElementType !== element.elementType) return;
    if (found !== undefined) {
      throw refusals.ambiguousScope(element.id);
    }
    found = child;
  });
  if (found !== undefined && !isActivated(found)) {
    throw refusals.refuse(
      `the scope '${element.id}' with key '${found.key}' is not active: it is starting or leaving.`,
    );
  }
  return found;
}

/** The child of `outer` that is `inner` or holds it; `undefined` when `inner` does not lie in `outer`. */
function holderOf(processing: Processing, outer: ElementInstance, inner: ElementInstance): ElementInstance | undefined {
  let instance: ElementInstance | undefined = inner;
  while (instance !== undefined && instance.value.flowScopeKey !== outer.key) {
    const scopeKey: Key = instance.value.flowScopeKey;
    instance = scopeKey === NO_KEY ? undefined : processing.state.elementInstances.get(scopeKey);
  }
  return instance;
}

function openScope(
  processing: Processing,
  element: ExecutableElement,
  outer: ElementInstance,
  options: {
    /** What the scope is opened for. */
    readonly placed: ExecutableElement;
    readonly setVariables: (scopeId: string, instance: ElementInstance) => void;
    readonly refusals: PlacementRefusals;
  },
): ElementInstance {
  const { placed, setVariables, refusals } = options;
  if (element.multiInstance !== undefined || element.flowScope?.multiInstance !== undefined) {
    throw refusals.multiInstance(element.id, placed.id);
  }
  const instance = activating(processing, processing.keys.next(), elementValue(element, outer));
  setVariables(element.id, instance);
  return listenToEvents(processing, element, instance, refusals.refuse);
}

/** Lets an open scope react to what is attached to it and to its event sub-processes. */
export function listenToEvents(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
  refuse: Refuse,
): ElementInstance {
  const failure = openSubscriptions(processing, instance, [
    ...element.boundaryEvents,
    ...eventSubProcessStarts(element),
  ]);
  if (failure instanceof Failure) {
    throw refuse(`it cannot subscribe to the events of '${element.id}': ${failure.message}`);
  }
  return activated(processing, instance);
}

/** Reads the instructions of a modification: what to start where, and what to end. Nothing is written yet. */
import type { ExecutableElement } from '@waggle/bpmn';
import {
  BpmnElementType,
  type Key,
  type MoveInstruction,
  NO_KEY,
  type ProcessInstanceModificationValue,
  RejectionType,
  splitJsonObject,
  type VariableInstruction,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { RejectCommand, Rejection } from '../../rejection.ts';
import { type ElementInstance, isActivated, isTerminating } from '../../state/element-instance.ts';
import { getInstance } from '../element-transitions.ts';
import { type Placement, placeableElement, type ScopedVariables, scopesAround } from './element-placement.ts';
import { isEmptied } from './emptied-scopes.ts';
import type { PlacementRefusals, Refuse } from './placement-refusals.ts';

/** Kinds that cannot be started by hand. */
const UNPLACEABLE: ReadonlySet<BpmnElementType> = new Set([
  BpmnElementType.PROCESS,
  BpmnElementType.START_EVENT,
  BpmnElementType.BOUNDARY_EVENT,
  BpmnElementType.SEQUENCE_FLOW,
  BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE,
]);

export interface ModificationPlan {
  readonly placements: readonly Placement[];
  /** Element instances to end, each once. */
  readonly terminations: ReadonlySet<Key>;
}

/** @throws {RejectCommand} when an instruction cannot be carried out. */
export function planModification(
  processing: Processing,
  root: ElementInstance,
  value: ProcessInstanceModificationValue,
  refusals: PlacementRefusals,
): ModificationPlan {
  const { refuse } = refusals;
  const elementWith = (id: string) =>
    placeableElement(processing, root.value.processDefinitionKey, id, UNPLACEABLE, refusals);
  const placements: Placement[] = [];
  const terminations = new Set<Key>();
  for (const { elementId, ancestorScopeKey, variableInstructions } of value.activateInstructions) {
    const element = elementWith(elementId);
    const ancestor = ancestorOf(processing, root, element, ancestorScopeKey, refuse);
    placements.push({ element, ...ancestor, variables: readVariables(variableInstructions, refuse) });
  }
  for (const { elementInstanceKey, elementId } of value.terminateInstructions) {
    if (elementId === '') terminations.add(instanceToEnd(processing, root, elementInstanceKey, refuse).key);
    else for (const { key } of instancesToEnd(processing, root, elementId, refuse)) terminations.add(key);
  }
  for (const move of value.moveInstructions) {
    const element = elementWith(move.targetElementId);
    const variables = readVariables(move.variableInstructions, refuse);
    const sources =
      move.sourceElementId === ''
        ? [instanceToEnd(processing, root, move.sourceElementInstanceKey, refuse)]
        : instancesToEnd(processing, root, move.sourceElementId, refuse);
    for (const source of sources) {
      if (source.key === root.key)
        throw refuse('the process instance itself cannot be moved; terminate or migrate it.');
      placements.push({ element, ...moveAncestor(processing, root, element, move, source, refuse), variables });
      terminations.add(source.key);
    }
  }
  if (placements.length > 0 && !isActivated(root)) {
    throw refuse('nothing can be started in the process instance now: it is itself starting or ending.');
  }
  checkCallerIsServed(processing, root, placements, terminations);
  return { placements, terminations };
}

function ancestorOf(
  processing: Processing,
  root: ElementInstance,
  element: ExecutableElement,
  key: Key,
  refuse: Refuse,
): { readonly ancestor?: ElementInstance } {
  if (key === NO_KEY) return {};
  const ancestor = processing.state.elementInstances.get(key);
  const contains = 'it contains one or more activate instructions with an ancestor scope key that';
  if (ancestor === undefined || !isActivated(ancestor)) {
    throw refuse(`${contains} does not exist, or is not in an active state: '${key}'`);
  }
  if (ancestor.value.processInstanceKey !== root.key) {
    throw refuse(`${contains} does not belong to the modified process instance: '${key}'`);
  }
  if (!scopesAround(element).includes(processing.models.elementOf(ancestor.value))) {
    throw refuse(
      `${contains} is not an ancestor of the element to activate:\n- instance '${key}' of element '${ancestor.value.elementId}' is not an ancestor of element '${element.id}'`,
    );
  }
  return { ancestor };
}

function moveAncestor(
  processing: Processing,
  root: ElementInstance,
  element: ExecutableElement,
  move: MoveInstruction,
  source: ElementInstance,
  refuse: Refuse,
): { readonly ancestor?: ElementInstance } {
  if (move.usesSourceParentAsScope) return ancestorOf(processing, root, element, source.value.flowScopeKey, refuse);
  if (!move.infersAncestorScope) return ancestorOf(processing, root, element, move.ancestorScopeKey, refuse);
  const scopes = new Set(scopesAround(element));
  let ancestor = getInstance(processing, source.value.flowScopeKey);
  while (!scopes.has(processing.models.elementOf(ancestor.value))) {
    ancestor = getInstance(processing, ancestor.value.flowScopeKey);
  }
  return { ancestor };
}

function instanceToEnd(processing: Processing, root: ElementInstance, key: Key, refuse: Refuse): ElementInstance {
  const instance = processing.state.elementInstances.get(key);
  if (instance === undefined || instance.value.processInstanceKey !== root.key || isTerminating(instance)) {
    throw refuse(
      `it contains one or more terminate instructions with an element instance that could not be found: '${key}'`,
    );
  }
  return instance;
}

/** Every living instance of an element; of a multi-instance activity its bodies. */
function instancesToEnd(
  processing: Processing,
  root: ElementInstance,
  elementId: string,
  refuse: Refuse,
): readonly ElementInstance[] {
  const element = processing.models.get(root.value.processDefinitionKey).elements.get(elementId);
  if (element === undefined) {
    throw refuse(
      `it contains one or more terminate instructions with an element that could not be found: '${elementId}'`,
    );
  }
  const found: ElementInstance[] = [];
  const scopes: Key[] = [root.key];
  for (const scopeKey of scopes) {
    processing.state.elementChildren.forEach(scopeKey, (key) => {
      const child = processing.state.elementInstances.get(key);
      if (child === undefined || isTerminating(child)) return;
      if (child.value.elementId === elementId && child.value.bpmnElementType === element.elementType) found.push(child);
      else if (child.childCount > 0) scopes.push(key);
    });
  }
  if (found.length === 0) {
    throw refuse(`the element with id '${elementId}' has no active instance that could be terminated or moved.`);
  }
  return found;
}

function readVariables(instructions: readonly VariableInstruction[], refuse: Refuse): readonly ScopedVariables[] {
  return instructions.map(({ elementId, variables }) => {
    const split = splitJsonObject(variables);
    if (!split.ok) throw refuse(`the variables for '${elementId}' are no JSON object: ${split.problem.message}`);
    return { scopeId: elementId, variables: split.members };
  });
}

/** A called instance must not end behind the back of its call activity, which would wait for ever. */
function checkCallerIsServed(
  processing: Processing,
  root: ElementInstance,
  placements: readonly Placement[],
  terminations: ReadonlySet<Key>,
): void {
  if (root.value.parentElementInstanceKey === NO_KEY || placements.length > 0 || terminations.size === 0) return;
  if (!terminations.has(root.key) && !isEmptied(processing, root, terminations)) return;
  throw new RejectCommand(
    new Rejection(
      RejectionType.INVALID_ARGUMENT,
      `Expected to modify instance of process '${root.value.bpmnProcessId}' but the given instructions would terminate the instance. The instance was created by a call activity in the parent process. To terminate this instance please modify the parent process instead.`,
    ),
  );
}

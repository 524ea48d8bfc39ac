/** What ends with the elements that a modification takes out. */
import { BpmnElementType, type Key, NO_KEY } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { type ElementInstance, isActivated, isTerminating } from '../../state/element-instance.ts';
import { getInstance } from '../element-transitions.ts';

/**
 * The element instances to end so that no empty scope stays behind: a scope in which nothing would be left ends itself, with
 * all that is in it, in the end the process instance. What was started instead must be in place already.
 * @returns no two of which lie inside each other.
 */
export function withEmptiedScopes(processing: Processing, terminations: ReadonlySet<Key>): readonly ElementInstance[] {
  const ending = new Set(terminations);
  // Each scope is looked at once, however many of its children end.
  const judged = new Set<Key>([NO_KEY]);
  for (const key of ending) {
    const { flowScopeKey } = getInstance(processing, key).value;
    if (judged.has(flowScopeKey)) continue;
    judged.add(flowScopeKey);
    if (isEmptied(processing, getInstance(processing, flowScopeKey), ending)) ending.add(flowScopeKey);
  }
  return [...ending]
    .map((key) => getInstance(processing, key))
    .filter((instance) => !liesIn(processing, instance, ending));
}

/** Whether nothing would be left in a scope that ends with its last child. */
export function isEmptied(processing: Processing, scope: ElementInstance, ending: ReadonlySet<Key>): boolean {
  if (!isActivated(scope) || scope.activeFlowCount > 0 || scope.childCount === 0) return false;
  if (processing.elementProcessor(scope.value.bpmnElementType).outlivesChildren === true) return false;
  if (isAboutToGoOn(processing, scope)) return false;
  let isEmpty = true;
  processing.state.elementChildren.forEach(scope.key, (key) => {
    const child = getInstance(processing, key);
    isEmpty = ending.has(key) || isTerminating(child) || isEmptied(processing, child, ending);
    return isEmpty;
  });
  return isEmpty;
}

/** Whether something waits for what is left in a scope to end: an event sub-process to begin, or the scope to complete. */
function isAboutToGoOn(processing: Processing, scope: ElementInstance): boolean {
  if (scope.interruptedBy === '') return false;
  const interrupter = processing.models.element(scope.value.processDefinitionKey, scope.interruptedBy);
  const isEventSubProcess = interrupter.elementType === BpmnElementType.START_EVENT;
  return !isEventSubProcess || !processing.state.eventTriggers.isEmpty(scope.key);
}

function liesIn(processing: Processing, instance: ElementInstance, scopes: ReadonlySet<Key>): boolean {
  let key = instance.value.flowScopeKey;
  while (key !== NO_KEY) {
    if (scopes.has(key)) return true;
    key = getInstance(processing, key).value.flowScopeKey;
  }
  return false;
}

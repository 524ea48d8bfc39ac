import type { ExecutableElement } from '@waggle/bpmn';
import { NO_KEY, type ProcessInstanceValue } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { isActivated } from '../state/element-instance.ts';
import { isInterrupter } from './interrupter.ts';

/** Why an element may not begin or go on in its scope; `undefined` when it may. Elements of a scope that is leaving lose the race. */
export function flowScopeProblem(
  { state }: Processing,
  element: ExecutableElement,
  { flowScopeKey }: Pick<ProcessInstanceValue, 'flowScopeKey'>,
): string | undefined {
  if (flowScopeKey === NO_KEY) return undefined;
  const scope = state.elementInstances.get(flowScopeKey);
  if (scope === undefined) {
    return `Expected flow scope instance with key '${flowScopeKey}' to be present in state but not found.`;
  }
  if (!isActivated(scope)) {
    return `Expected flow scope instance with key '${scope.key}' to be in state 'ELEMENT_ACTIVATED', but it is leaving.`;
  }
  if (scope.interruptedBy !== '' && !isInterrupter(element, scope.interruptedBy)) {
    return `Expected flow scope instance with key '${scope.key}' to be not interrupted but was interrupted by an event with id '${scope.interruptedBy}'.`;
  }
  return undefined;
}

import type { ExecutableElement } from '@waggle/bpmn';
import { NO_KEY } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { type ElementInstance, isActivated } from '../state/element-instance.ts';
import { isInterrupter } from './interrupter.ts';

/** Whether an element may go on in its scope; a sentence that says why when not. Elements of a scope that is leaving lose the race. */
export function flowScopeProblem(
  processing: Processing,
  element: ExecutableElement,
  { value: { flowScopeKey } }: ElementInstance,
): string | undefined {
  if (flowScopeKey === NO_KEY) return undefined;
  const scope = processing.state.elementInstances.get(flowScopeKey);
  if (scope === undefined || !isActivated(scope)) {
    return `Expected flow scope instance with key '${flowScopeKey}' to be active, but it is leaving.`;
  }
  if (scope.interruptedBy !== '' && !isInterrupter(element, scope.interruptedBy)) {
    return `Expected flow scope instance with key '${scope.key}' to be not interrupted but was interrupted by an event with id '${scope.interruptedBy}'.`;
  }
  return undefined;
}

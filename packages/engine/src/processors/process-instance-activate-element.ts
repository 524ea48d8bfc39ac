import { NO_KEY, type ProcessInstanceValue, RejectionType } from '@waggle/protocol';
import { beginActivation } from '../behavior/element-life.ts';
import { activating, terminating } from '../behavior/element-transitions.ts';
import { flowScopeProblem } from '../behavior/flow-scope-guard.ts';
import { terminated } from '../behavior/scope-termination.ts';
import type { Processing } from '../processing.ts';
import { type ElementInstance, isActivated } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** Starts an element in its scope. */
export const processInstanceActivateElement: Processor<ProcessInstanceValue> = (processing, command) => {
  const { key, value } = command;
  if (key !== NO_KEY && processing.state.elementInstances.has(key)) {
    const reason = `Expected element instance with key '${key}' to be new, but it is there already`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  if (hasCallerLeft(processing, value)) {
    // It ends before it began, so that the variables it was given end with it.
    return terminated(processing, terminating(processing, activating(processing, key, value)));
  }
  const element = processing.models.elementOf(value);
  const processor = processing.elementProcessor(element.elementType);
  const problem = flowScopeProblem(processing, element, value) ?? tokenProblem();
  if (problem !== undefined) return processing.write.reject(RejectionType.INVALID_STATE, problem);
  const consumedFlowIds =
    value.consumedFlowIds.length > 0 ? processor.consumes?.(element, processing, value.flowScopeKey) : undefined;
  const instance = activating(
    processing,
    key === NO_KEY ? processing.keys.next() : key,
    consumedFlowIds === undefined ? value : { ...value, consumedFlowIds },
  );
  notifyScope(processing, instance);
  beginActivation(processing, element, instance);

  function tokenProblem(): string | undefined {
    // Started without a token, at the will of whoever created the instance: there is nothing to wait for.
    if (value.consumedFlowIds.length === 0 || processor.guard === undefined) return undefined;
    const scope = processing.state.elementInstances.get(value.flowScopeKey);
    return scope && processor.guard(processing, element, scope);
  }
};

function notifyScope(processing: Processing, child: ElementInstance): void {
  const scope = processing.state.elementInstances.get(child.value.flowScopeKey);
  if (scope === undefined) return;
  processing.elementProcessor(scope.value.bpmnElementType).childActivating?.(processing, scope, child);
}

/** A called instance only starts while its call activity still waits for it. */
function hasCallerLeft(
  processing: Processing,
  { flowScopeKey, parentElementInstanceKey }: ProcessInstanceValue,
): boolean {
  if (flowScopeKey !== NO_KEY || parentElementInstanceKey === NO_KEY) return false;
  const caller = processing.state.elementInstances.get(parentElementInstanceKey);
  return caller === undefined || !isActivated(caller);
}

import type { ExecutableElement, ExecutableSequenceFlow } from '@waggle/bpmn';
import { IncidentErrorType } from '@waggle/protocol';
import { completed, passThrough } from '../behavior/element-transitions.ts';
import { evaluateBoolean, scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { isJoinReady, takenIncoming } from '../behavior/inclusive-join.ts';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { ElementProcessor } from './element-processor.ts';

/** Waits for every token that can still reach it, then takes all flows whose condition holds; otherwise the default flow. */
export const inclusiveGateway: ElementProcessor = {
  guard(processing, element, scope) {
    if (isJoinReady(processing, element, scope.key)) return undefined;
    return `Expected to be able to activate inclusive gateway '${element.id}', but not all satisfied sequence flows have been taken.`;
  },

  consumes(element, processing, scopeKey) {
    return takenIncoming(processing, element, scopeKey);
  },

  activate(processing, element, instance) {
    const flows = chooseFlows(processing, element, instance);
    if (flows instanceof Failure) return flows;
    return completed(processing, passThrough(processing, instance), flows);
  },

  complete() {
    return undefined;
  },
};

function chooseFlows(
  processing: Processing,
  { outgoing, defaultFlow }: ExecutableElement,
  instance: ElementInstance,
): readonly ExecutableSequenceFlow[] | Failure {
  if (outgoing.length === 0 || (outgoing.length === 1 && outgoing[0]?.condition === undefined)) return outgoing;
  const context = scopeContext(processing, instance.key);
  const chosen: ExecutableSequenceFlow[] = [];
  for (const flow of outgoing) {
    if (flow === defaultFlow || flow.condition === undefined) continue;
    const holds = evaluateBoolean(processing, flow.condition, context);
    if (holds instanceof Failure) return holds;
    if (holds) chosen.push(flow);
  }
  if (chosen.length > 0) return chosen;
  if (defaultFlow !== undefined) return [defaultFlow];
  return new Failure(
    IncidentErrorType.CONDITION_ERROR,
    'Expected at least one condition to evaluate to true, or to have a default flow',
  );
}

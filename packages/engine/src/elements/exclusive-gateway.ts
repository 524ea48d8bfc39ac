import type { ExecutableElement, ExecutableSequenceFlow } from '@waggle/bpmn';
import { IncidentErrorType } from '@waggle/protocol';
import { completed, passThrough } from '../behavior/element-transitions.ts';
import { evaluateBoolean, scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { ElementProcessor } from './element-processor.ts';

/** Takes the first flow, in document order, whose condition holds; otherwise the default flow. */
export const exclusiveGateway: ElementProcessor = {
  activate(processing, element, instance) {
    const flow = chooseFlow(processing, element, instance);
    if (flow instanceof Failure) return flow;
    return completed(processing, passThrough(processing, instance), flow === undefined ? [] : [flow]);
  },

  complete() {
    return undefined;
  },
};

function chooseFlow(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): ExecutableSequenceFlow | Failure | undefined {
  const { outgoing, defaultFlow } = element;
  const only = outgoing[0];
  if (only === undefined || (outgoing.length === 1 && only.condition === undefined)) return only;
  const context = scopeContext(processing, instance.key);
  for (const flow of outgoing) {
    if (flow === defaultFlow || flow.condition === undefined) continue;
    const holds = evaluateBoolean(processing, flow.condition, context);
    if (holds instanceof Failure) return holds;
    if (holds) return flow;
  }
  return (
    defaultFlow ??
    new Failure(
      IncidentErrorType.CONDITION_ERROR,
      'Expected at least one condition to evaluate to true, or to have a default flow',
    )
  );
}

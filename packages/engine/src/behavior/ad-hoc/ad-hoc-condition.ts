import type { AdHocDefinition } from '@waggle/bpmn';
import { type EvaluationContext, fromJsonText } from '@waggle/feel';
import { extractValueFailure, Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { evaluateBoolean, scopeContext } from '../expressions/evaluate-expression.ts';
import type { AdHocOutput } from './ad-hoc-output.ts';

/** Whether an ad-hoc sub-process is done, seen from its own scope with the output that is about to be collected. */
export function isAdHocFulfilled(
  processing: Processing,
  { completionCondition }: AdHocDefinition,
  adHocSubProcess: ElementInstance,
  output: AdHocOutput | undefined,
): boolean | Failure {
  if (completionCondition === undefined) return false;
  const scope = scopeContext(processing, adHocSubProcess.key);
  const context: EvaluationContext = {
    ...scope,
    variable: (name) => (name === output?.variableName ? fromJsonText(output.list) : scope.variable(name)),
  };
  const isFulfilled = evaluateBoolean(processing, completionCondition, context);
  if (!(isFulfilled instanceof Failure)) return isFulfilled;
  return extractValueFailure(`Failed to evaluate completion condition. ${isFulfilled.message}`);
}

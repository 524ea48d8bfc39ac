import type { MultiInstanceDefinition } from '@waggle/bpmn';
import { type EvaluationContext, fromJsonText } from '@waggle/feel';
import type { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { evaluateBoolean, scopeContext } from '../expressions/evaluate-expression.ts';
import { type LoopOutput, outputCollectionWith } from './loop-output.ts';

/**
 * Whether a loop is done with the inner instance that completes now. The condition sees its variables, the output
 * collection with its output, and how many instances there are; these win over process variables.
 */
export function isLoopFulfilled(
  processing: Processing,
  { completionCondition }: MultiInstanceDefinition,
  body: ElementInstance,
  inner: ElementInstance,
  output: LoopOutput | undefined,
): boolean | Failure {
  if (completionCondition === undefined) return false;
  const loop = processing.state.multiInstances.get(body.key);
  if (loop === undefined) throw new Error(`Expected a loop of ${body.key}, but there is none`);
  const counts: Readonly<Record<string, number>> = {
    numberOfInstances: loop.itemCount,
    numberOfActiveInstances: body.childCount - 1,
    numberOfCompletedInstances: loop.completedCount + 1,
    numberOfTerminatedInstances: loop.terminatedCount,
  };
  const scope = scopeContext(processing, inner.key);
  const context: EvaluationContext = {
    ...scope,
    variable(name) {
      if (Object.hasOwn(counts, name)) return counts[name];
      const isCollection = name === output?.variableName && !processing.state.variables.has(inner.key, name);
      if (output === undefined || !isCollection) return scope.variable(name);
      return fromJsonText(outputCollectionWith(processing, body, inner, output));
    },
  };
  return evaluateBoolean(processing, completionCondition, context);
}

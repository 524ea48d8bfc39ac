import type { ExpressionSource } from '@waggle/bpmn';
import type { EvaluationContext } from '@waggle/feel';
import { extractValueFailure, Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { evaluateNumber } from '../expressions/evaluate-expression.ts';

/** Priorities are 32-bit in records and protocols. */
const [PRIORITY_MIN, PRIORITY_MAX] = [-(2 ** 31), 2 ** 31 - 1];

export function isPriority(value: number): boolean {
  return Number.isInteger(value) && value >= PRIORITY_MIN && value <= PRIORITY_MAX;
}

/** The priority of a new job: what its element says, otherwise its process, otherwise 0. */
export function evaluatePriority(
  processing: Processing,
  ofElement: ExpressionSource | undefined,
  instance: ElementInstance,
  context: EvaluationContext,
): number | Failure {
  const source = ofElement ?? processing.models.get(instance.value.processDefinitionKey).jobPriority;
  if (source === undefined) return 0;
  const priority = evaluateNumber(processing, source, context);
  if (priority instanceof Failure || isPriority(priority)) return priority;
  return extractValueFailure(
    `Expected the job priority '${source.text}' to be a whole number from ${PRIORITY_MIN} to ${PRIORITY_MAX}, but it was '${priority}'.`,
  );
}

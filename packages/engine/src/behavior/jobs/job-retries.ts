import type { ExpressionSource } from '@waggle/bpmn';
import type { EvaluationContext } from '@waggle/feel';
import { extractValueFailure, Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import { evaluateNumber } from '../expressions/evaluate-expression.ts';

/** Retries are 32-bit in records, databases and protocols. */
const [RETRIES_MIN, RETRIES_MAX] = [-(2 ** 31), 2 ** 31 - 1];

/** How often a new job may be tried. */
export function evaluateRetries(
  processing: Processing,
  source: ExpressionSource,
  context: EvaluationContext,
): number | Failure {
  const number = evaluateNumber(processing, source, context);
  if (number instanceof Failure) return number;
  const retries = Math.trunc(number);
  if (retries >= RETRIES_MIN && retries <= RETRIES_MAX) return retries;
  return extractValueFailure(
    `Expected the job retries '${source.text}' to be a number from ${RETRIES_MIN} to ${RETRIES_MAX}, but it was '${number}'.`,
  );
}

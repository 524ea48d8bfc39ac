import type { ExpressionSource } from '@waggle/bpmn';
import { type EvaluationContext, isList } from '@waggle/feel';
import { extractValueFailure, Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import { evaluateExpression, warningText, wrongType } from './evaluate-expression.ts';

/** A list of texts; literal text is a list separated by commas. */
export function evaluateListOfStrings(
  processing: Processing,
  source: ExpressionSource,
  context: EvaluationContext,
): readonly string[] | Failure {
  if (!source.isExpression) {
    const items = source.text.split(',').map((item) => item.trim());
    return items.filter((item) => item !== '');
  }
  const evaluated = evaluateExpression(processing, source, context);
  if (evaluated instanceof Failure) return evaluated;
  const { value } = evaluated;
  if (!isList(value)) return wrongType(source, evaluated, ['ARRAY']);
  const texts = value.filter((item): item is string => typeof item === 'string');
  if (texts.length === value.length) return texts;
  return extractValueFailure(
    `Expected result of the expression '${source.text}' to be 'ARRAY' containing 'STRING' items, but was 'ARRAY' containing at least one non-'STRING' item.${warningText(evaluated.warnings)}`,
  );
}

import {
  compileExpression,
  compileUnaryTests,
  type EvaluationResult,
  type FeelValue,
  fromJsonText,
  isContext,
  toFeelString,
} from '../src/index.ts';

/** 2026-01-01T00:00:00Z, a Thursday. */
export const nowMs = 1_767_225_600_000;

/** Evaluates with the variables of a JSON object; throws where the text is no expression. */
export function evaluate(text: string, variables = '{}'): EvaluationResult {
  return resultOf(compileExpression(text), variables);
}

/** Evaluates unary tests for an input value, itself written in FEEL. */
export function evaluateTests(text: string, input: string, variables = '{}'): EvaluationResult {
  const value = evaluate(input);
  if (!value.ok) throw new Error(value.message);
  return resultOf(compileUnaryTests(text), variables, value.value);
}

/** The result as FEEL text, strings quoted: `"a"`, `[1, null]`; `failed: …` for a failed evaluation. */
export function printed(result: EvaluationResult): string {
  return result.ok ? toFeelString([result.value]).slice(1, -1) : `failed: ${result.message}`;
}

export const feel = (text: string, variables?: string): string => printed(evaluate(text, variables));

export const warningTypes = (text: string, variables?: string): string[] =>
  evaluate(text, variables).warnings.map(({ type }) => type);

function resultOf(
  compiled: ReturnType<typeof compileExpression>,
  variables: string,
  input?: FeelValue,
): EvaluationResult {
  if (!compiled.ok) throw new Error(compiled.message);
  const values = fromJsonText(variables);
  return compiled.expression.evaluate({
    variable: (name) => (name === '?' ? input : isContext(values) ? values.get(name) : undefined),
    nowMs,
  });
}

/** Evaluates what a model says, literal or FEEL, and checks the type of what comes out. */
import type { ExpressionSource } from '@waggle/bpmn';
import {
  type EvaluationContext,
  type EvaluationWarning,
  type FeelTypeName,
  type FeelValue,
  fromJsonText,
  toFeelString,
  toNumber,
  typeNameOf,
} from '@waggle/feel';
import { DEFAULT_TENANT_ID, type Key } from '@waggle/protocol';
import { extractValueFailure, Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import { CAMUNDA, camundaContext } from '../variables/cluster-variables.ts';
import { visibleVariable } from '../variables/visible-variables.ts';

export interface Evaluated {
  readonly value: FeelValue;
  readonly warnings: readonly EvaluationWarning[];
}

/** Variables seen from a scope, read when the expression asks for them. */
export function scopeContext(processing: Processing, scopeKey: Key): EvaluationContext {
  return {
    nowMs: processing.now,
    timeZone: processing.timeZone,
    variable(name) {
      const json = visibleVariable(processing, scopeKey, name);
      if (json !== undefined) return fromJsonText(json);
      return name === CAMUNDA ? camundaContext(processing, tenantOf(processing, scopeKey)) : undefined;
    },
  };
}

/** No variables but those of the cluster: for expressions of start events. */
export function emptyContext(processing: Processing, tenantId: string): EvaluationContext {
  return {
    nowMs: processing.now,
    timeZone: processing.timeZone,
    variable: (name) => (name === CAMUNDA ? camundaContext(processing, tenantId) : undefined),
  };
}

function tenantOf(processing: Processing, scopeKey: Key): string {
  return processing.state.elementInstances.get(scopeKey)?.value.tenantId ?? DEFAULT_TENANT_ID;
}

/** The value of an expression of any type. Literal text is a string. */
export function evaluateExpression(
  processing: Processing,
  source: ExpressionSource,
  context: EvaluationContext,
): Evaluated | Failure {
  if (!source.isExpression) return { value: source.text, warnings: [] };
  const compiled = processing.expressions.get(source.text);
  if (!compiled.ok) {
    return extractValueFailure(compiled.message);
  }
  const result = compiled.expression.evaluate(context);
  if (result.ok) return result;
  return extractValueFailure(`${result.message}${warningText(result.warnings)}`);
}

/** A text; numbers and other types are a failure. */
export function evaluateString(
  processing: Processing,
  source: ExpressionSource,
  context: EvaluationContext,
): string | Failure {
  if (!source.isExpression) return source.text;
  const evaluated = evaluateExpression(processing, source, context);
  if (evaluated instanceof Failure) return evaluated;
  return typeof evaluated.value === 'string' ? evaluated.value : wrongType(source, evaluated, ['STRING']);
}

export function evaluateBoolean(
  processing: Processing,
  source: ExpressionSource,
  context: EvaluationContext,
): boolean | Failure {
  const evaluated = evaluateExpression(processing, source, context);
  if (evaluated instanceof Failure) return evaluated;
  return typeof evaluated.value === 'boolean' ? evaluated.value : wrongType(source, evaluated, ['BOOLEAN']);
}

/** A number; literal text that is a number counts as one. */
export function evaluateNumber(
  processing: Processing,
  source: ExpressionSource,
  context: EvaluationContext,
): number | Failure {
  if (!source.isExpression) {
    const number = Number(source.text);
    return source.text.trim() === '' || Number.isNaN(number)
      ? extractValueFailure(`Expected '${source.text}' to be a number, but it is not`)
      : number;
  }
  const evaluated = evaluateExpression(processing, source, context);
  if (evaluated instanceof Failure) return evaluated;
  return toNumber(evaluated.value) ?? wrongType(source, evaluated, ['NUMBER']);
}

/** A correlation key: a text, or a number whose digits are the text. */
export function evaluateCorrelationKey(
  processing: Processing,
  source: ExpressionSource,
  context: EvaluationContext,
): string | Failure {
  const evaluated = evaluateExpression(processing, source, context);
  if (evaluated instanceof Failure) return evaluated;
  const { value } = evaluated;
  if (typeof value === 'string') return value;
  if (typeNameOf(value) === 'NUMBER') return toFeelString(value);
  return extractValueFailure(
    `Failed to extract the correlation key for '${source.text}': The value must be either a string or a number, but was '${typeNameOf(value)}'.${warningText(evaluated.warnings)}`,
  );
}

export function wrongType(source: ExpressionSource, evaluated: Evaluated, expected: readonly FeelTypeName[]): Failure {
  const actual = typeNameOf(evaluated.value);
  const wanted = expected.length === 1 ? `'${expected[0]}'` : `one of '[${expected.join(', ')}]'`;
  return extractValueFailure(
    `Expected result of the expression '${source.text}' to be ${wanted}, but was '${actual}'.${warningText(evaluated.warnings)}`,
  );
}

/** Warnings as incidents show them: one `[TYPE] text` a line. */
export function warningText(warnings: readonly EvaluationWarning[]): string {
  if (warnings.length === 0) return '';
  const lines = warnings.map(({ type, message }) => `[${type}] ${message}`);
  return ` The evaluation reported the following warnings:\n${lines.join('\n')}`;
}

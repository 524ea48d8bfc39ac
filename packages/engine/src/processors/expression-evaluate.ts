import { compileExpression, type EvaluationContext, fromJsonText, toJsonText } from '@waggle/feel';
import {
  DEFAULT_TENANT_ID,
  ExpressionIntent,
  type ExpressionValue,
  NO_KEY,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { emptyContext, scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { parseVariables } from '../behavior/variables/parse-variables.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Evaluates an expression for a client: with the variables given, over those seen from a scope. */
export const expressionEvaluate: Processor<ExpressionValue> = (processing, command) => {
  const evaluated = evaluate(processing, command.value);
  if (evaluated instanceof Rejection) return processing.write.reject(evaluated.type, evaluated.reason);
  const { EVALUATED } = ExpressionIntent;
  const record = processing.write.event(ValueType.EXPRESSION, EVALUATED, processing.keys.next(), evaluated);
  processing.write.respond(record);
};

function evaluate(processing: Processing, value: ExpressionValue): ExpressionValue | Rejection {
  const { expression: text, scopeKey } = value;
  if (!text.startsWith('=')) {
    return refused(`Expected an expression that begins with '=', but got '${text}'`);
  }
  const given = parseVariables(value.variables);
  if (given instanceof Rejection) return given;
  const scope = scopeKey === NO_KEY ? undefined : processing.state.elementInstances.get(scopeKey);
  if (scopeKey !== NO_KEY && scope === undefined) {
    return new Rejection(
      RejectionType.NOT_FOUND,
      `Expected to evaluate the expression in the scope with key '${scopeKey}', but no such element instance was found`,
    );
  }
  const tenantId = scope?.value.tenantId ?? (value.tenantId === '' ? DEFAULT_TENANT_ID : value.tenantId);
  // Not through the cache: what clients make up would push out what models need.
  const compiled = compileExpression(text.slice(1));
  if (!compiled.ok) return refused(compiled.message);
  const outer = scope === undefined ? emptyContext(processing, tenantId) : scopeContext(processing, scopeKey);
  const result = compiled.expression.evaluate(withVariables(outer, given));
  if (!result.ok) return refused(result.message);
  return {
    ...value,
    resultValue: toJsonText(result.value),
    warnings: result.warnings.map(({ message }) => message),
    tenantId,
  };
}

function withVariables(outer: EvaluationContext, given: ReadonlyMap<string, string>): EvaluationContext {
  if (given.size === 0) return outer;
  return {
    ...outer,
    variable(name) {
      const json = given.get(name);
      return json === undefined ? outer.variable(name) : fromJsonText(json);
    },
  };
}

function refused(reason: string): Rejection {
  return new Rejection(RejectionType.INVALID_ARGUMENT, reason);
}

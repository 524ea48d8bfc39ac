import type { Expression, RangeExpression } from '../syntax/syntax-tree.ts';
import { negate } from '../values/arithmetic.ts';
import { compareValues } from '../values/comparison.ts';
import { describeValue } from '../values/feel-string.ts';
import { FeelRange } from '../values/range.ts';
import { parseTemporal } from '../values/temporal-text.ts';
import type { FeelValue } from '../values/value.ts';
import { compileArithmetic } from './arithmetic.ts';
import { compileCall, compileExternalFunction, compileFunction } from './call.ts';
import {
  compileBetween,
  compileComparison,
  compileComparisonRange,
  compileEnclosedComparison,
  compileInputComparison,
} from './comparison.ts';
import { compileFilter } from './filter.ts';
import { compileInstanceOf } from './instance-of.ts';
import { compileFor, compileQuantified } from './iteration.ts';
import { compileConjunction, compileDisjunction, compileIf } from './logic.ts';
import { compilePath } from './path.ts';
import { type Compilation, compileVariable, type Evaluate, type Scope } from './scope.ts';
import { compileIn } from './unary-test.ts';

type Kind = Expression['kind'];
type Compilers = {
  readonly [K in Kind]: (
    compilation: Compilation,
    expression: Extract<Expression, { kind: K }>,
    scope: Scope | null,
  ) => Evaluate;
};

/** Turns an expression into a closure, once; the table below has one line per kind of expression. */
export function compile(compilation: Compilation, expression: Expression, scope: Scope | null): Evaluate {
  compilation.nodeCount++;
  const compiler = compilers[expression.kind] as (
    compilation: Compilation,
    expression: Expression,
    scope: Scope | null,
  ) => Evaluate;
  return compiler(compilation, expression, scope);
}

const compilers: Compilers = {
  literal: (_compilation, { value }) => constant(value),
  'temporal literal': (_compilation, { text }) => {
    const value = parseTemporal(text);
    if (value !== undefined) return constant(value);
    const message = `Failed to parse a temporal value from '${describeValue(text)}'`;
    return (run) => run.warn('FUNCTION_INVOCATION_FAILURE', message);
  },
  variable: (compilation, { name }, scope) => compileVariable(compilation, scope, name),
  list: (compilation, { items }, scope) => {
    const evaluates = items.map((item) => compile(compilation, item, scope));
    return (run, frame) => {
      run.charge(evaluates.length);
      return evaluates.map((evaluate) => evaluate(run, frame));
    };
  },
  context: (compilation, { entries }, scope) => {
    const names = new Set<string>();
    const inner: Scope = { kind: 'entries', names, parent: scope };
    const evaluates = entries.map(({ key, value }) => {
      const evaluate = compile(compilation, value, inner);
      names.add(key);
      return { key, evaluate };
    });
    const isAmbiguous = compilation.isStandard && names.size < entries.length;
    if (isAmbiguous) return (run) => run.warn('INVALID_TYPE', 'Expected each key of a context once');
    return (run, frame) => {
      run.charge(2 * evaluates.length);
      const context = new Map<string, FeelValue>();
      const innerFrame = { value: context, parent: frame };
      for (const { key, evaluate } of evaluates) context.set(key, evaluate(run, innerFrame));
      return context;
    };
  },
  range: compileRange,
  function: compileFunction,
  'external function': compileExternalFunction,
  and: compileConjunction,
  or: compileDisjunction,
  comparison: compileComparison,
  'input comparison': compileInputComparison,
  'enclosed comparison': compileEnclosedComparison,
  'comparison range': compileComparisonRange,
  between: compileBetween,
  in: compileIn,
  arithmetic: compileArithmetic,
  negation: (compilation, { operand }, scope) => {
    const evaluate = compile(compilation, operand, scope);
    return (run, frame) => negate(run, evaluate(run, frame));
  },
  if: compileIf,
  for: compileFor,
  quantified: compileQuantified,
  'instance of': compileInstanceOf,
  path: compilePath,
  filter: compileFilter,
  call: compileCall,
};

const constant =
  (value: FeelValue): Evaluate =>
  () =>
    value;

function compileRange(compilation: Compilation, range: RangeExpression, scope: Scope | null): Evaluate {
  const { startIncluded, endIncluded } = range;
  const start = compile(compilation, range.start, scope);
  const end = compile(compilation, range.end, scope);
  return (run, frame) => {
    const value = new FeelRange({ start: start(run, frame), end: end(run, frame), startIncluded, endIncluded });
    if (compareValues(value.start, value.end) !== undefined) return value;
    return run.warn('INVALID_TYPE', `Invalid range definition '${describeValue(value)}'`);
  };
}

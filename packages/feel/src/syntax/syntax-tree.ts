import type { ArithmeticOperator } from '../values/arithmetic.ts';
import type { FeelValue } from '../values/value.ts';

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A FEEL expression, free of everything the parser's grammar needs and the meaning does not. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: FeelValue }
  | { readonly kind: 'temporal literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'context'; readonly entries: readonly { readonly key: string; readonly value: Expression }[] }
  | RangeExpression
  | {
      readonly kind: 'function';
      readonly parameters: readonly string[];
      /** By parameter; undefined takes anything. */
      readonly types: readonly (TypeExpression | undefined)[];
      readonly body: Expression;
    }
  | { readonly kind: 'external function'; readonly parameters: readonly string[]; readonly position: number }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[] }
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** `> 5`: compares the input value. */
  | InputComparison
  /** `(> 5)`: where an input value is tested, that comparison; elsewhere a comparison range. */
  | { readonly kind: 'enclosed comparison'; readonly comparison: InputComparison }
  /** The range of all values that the comparison holds for. */
  | { readonly kind: 'comparison range'; readonly comparison: InputComparison }
  | { readonly kind: 'between'; readonly value: Expression; readonly low: Expression; readonly high: Expression }
  | { readonly kind: 'in'; readonly value: Expression; readonly tests: readonly Expression[] }
  | {
      readonly kind: 'arithmetic';
      readonly first: Expression;
      readonly rest: readonly { readonly operator: ArithmeticOperator; readonly operand: Expression }[];
    }
  | { readonly kind: 'negation'; readonly operand: Expression }
  | { readonly kind: 'if'; readonly condition: Expression; readonly then: Expression; readonly otherwise: Expression }
  | { readonly kind: 'for'; readonly iterators: readonly Iteration[]; readonly body: Expression }
  | {
      readonly kind: 'quantified';
      readonly quantifier: 'some' | 'every';
      readonly iterators: readonly Iteration[];
      readonly condition: Expression;
    }
  | { readonly kind: 'instance of'; readonly value: Expression; readonly type: TypeExpression }
  | { readonly kind: 'path'; readonly target: Expression; readonly name: string }
  | { readonly kind: 'filter'; readonly target: Expression; readonly filter: Expression }
  | CallExpression;

export interface InputComparison {
  readonly kind: 'input comparison';
  readonly operator: ComparisonOperator;
  readonly operand: Expression;
}

export interface RangeExpression {
  readonly kind: 'range';
  readonly start: Expression;
  readonly end: Expression;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
}

export interface CallExpression {
  readonly kind: 'call';
  /** A name is looked up among functions, not variables. */
  readonly callee: string | Expression;
  readonly arguments: readonly Expression[] | ReadonlyMap<string, Expression>;
}

/** `name in start..end`, or `name in list` if there is no end. */
export interface Iteration {
  readonly name: string;
  readonly source: Expression;
  readonly end: Expression | undefined;
}

export type TypeExpression =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list' | 'range'; readonly item: TypeExpression }
  | { readonly kind: 'context'; readonly entries: ReadonlyMap<string, TypeExpression> }
  | { readonly kind: 'function' };

/** A cell of a decision table, a condition of a unary test: true if one of the tests holds for the input value. */
export interface UnaryTests {
  readonly tests: readonly Expression[] | 'any';
  readonly isNegated: boolean;
}

import { limits } from '../limits.ts';
import type { ArithmeticOperator } from '../values/arithmetic.ts';
import { parseNumber } from '../values/number.ts';
import { inTest } from './in-test.ts';
import type { KnownName } from './known-names.ts';
import { argumentsOf, lowerPostfix } from './lower-postfix.ts';
import { namesWithSpaces } from './names-with-spaces.ts';
import type { SyntaxNode } from './parser.ts';
import { child, childrenOf, isOperand, only } from './parser-tree.ts';
import { tooDeep } from './prepared-text.ts';
import { unescapedString } from './string-literal.ts';
import { SyntaxProblem, unexpected } from './syntax-problem.ts';
import type { ComparisonOperator, Expression, Iteration, TypeExpression, UnaryTests } from './syntax-tree.ts';

/**
 * From the parser's tree to ours. Invariants:
 *
 * 1. Recursion is bounded by `limits.nestingDepthMax`; chains (`a + b + …`, `a.b[1].c`) are walked in loops.
 * 2. Where the parser's grammar is wider than Camunda's (names of several words, `x == 1`), the text is rejected.
 */
export function lowerExpression(top: SyntaxNode, text: string, names: KnownNames): Expression {
  const expression = new Lowering(text, names).expression(only(top), 0);
  // `= x` on its own is a slip of the pen (`==x` in a model); the other comparisons are tests of an input value.
  if (expression.kind === 'input comparison' && expression.operator === '=') throw unexpected(text, 0);
  return expression;
}

export function lowerUnaryTests(top: SyntaxNode, text: string, names: KnownNames): UnaryTests {
  const lowering = new Lowering(text, names);
  const tests = top.getChild('PositiveUnaryTests');
  if (tests === null) return { tests: 'any', isNegated: false };
  return { tests: lowering.tests(tests, 0), isNegated: childrenOf(top)[0]?.name === 'not' };
}

type KnownNames = ReadonlyMap<number, KnownName>;

type Lower = (lowering: Lowering, node: SyntaxNode, depth: number) => Expression;

export class Lowering {
  readonly #text: string;
  readonly #names: KnownNames;

  constructor(text: string, names: KnownNames) {
    this.#text = text;
    this.#names = names;
  }

  expression(node: SyntaxNode, depth: number): Expression {
    if (depth > limits.nestingDepthMax) throw tooDeep(node.from);
    const lower = lowerings[node.name];
    if (lower === undefined) throw unexpected(this.#text, node.from);
    return lower(this, node, depth + 1);
  }

  /** An operand of an operator; the parser would take `x == 1` as `x = (= 1)`. */
  operand(node: SyntaxNode, depth: number): Expression {
    const operand = this.expression(node, depth);
    if (operand.kind === 'input comparison') throw unexpected(this.#text, node.from);
    return operand;
  }

  tests(node: SyntaxNode, depth: number): Expression[] {
    return childrenOf(node).map((test) => this.expression(only(test), depth));
  }

  type(node: SyntaxNode, depth: number): TypeExpression {
    if (depth > limits.nestingDepthMax) throw tooDeep(node.from);
    const inner = only(node);
    if (inner.name === 'ListType') {
      const kind = this.text(inner).startsWith('range') ? 'range' : 'list';
      return { kind, item: this.type(child(inner, 'Type'), depth + 1) };
    }
    if (inner.name === 'FunctionType') return { kind: 'function' };
    if (inner.name !== 'ContextType') return { kind: 'named', name: this.words(inner) };
    const entries = child(inner, 'ContextEntryTypes').getChildren('ContextEntryType');
    return {
      kind: 'context',
      entries: new Map(
        entries.map((entry) => [this.words(child(entry, 'Name')), this.type(child(entry, 'Type'), depth + 1)]),
      ),
    };
  }

  iterations(node: SyntaxNode, depth: number): Iteration[] {
    return childrenOf(child(node, 'InExpressions')).map((iteration) => {
      const [source, end] = childrenOf(child(iteration, 'IterationContext')).filter(isOperand) as [
        SyntaxNode,
        SyntaxNode?,
      ];
      return {
        name: this.words(child(iteration, 'Name')),
        source: this.expression(source, depth),
        end: end === undefined ? undefined : this.expression(end, depth),
      };
    });
  }

  /** The name of a variable, path step or function: one word, words in backticks, or a known name with spaces. */
  name(node: SyntaxNode): string {
    if (node.firstChild?.name === 'BacktickIdentifier') return this.text(node).slice(1, -1);
    const known = this.#knownName(node);
    if (known !== undefined) return known;
    const name = this.words(node);
    if (!name.includes(' ') || namesWithSpaces.includes(name)) return name;
    const second = node.firstChild?.nextSibling ?? node;
    throw unexpected(this.#text, second.from);
  }

  /** A name that ends where `:` or `in` begins; it may have several words. */
  words(node: SyntaxNode): string {
    const known = this.#knownName(node);
    if (known !== undefined) return known;
    return this.text(node).trim().replace(/\s+/g, ' ');
  }

  text(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to);
  }

  #knownName(node: SyntaxNode): string | undefined {
    const known = this.#names.get(node.from);
    return known?.end === node.to ? known.name : undefined;
  }
}

const lowerings: Readonly<Record<string, Lower>> = {
  ParenthesizedExpression: (lowering, node, depth) => {
    const inner = lowering.expression(childrenOf(node).find(isOperand) as SyntaxNode, depth);
    return inner.kind === 'input comparison' ? { kind: 'enclosed comparison', comparison: inner } : inner;
  },

  null: () => ({ kind: 'literal', value: null }),
  BooleanLiteral: (lowering, node) => ({ kind: 'literal', value: lowering.text(node) === 'true' }),
  StringLiteral: (lowering, node) => ({ kind: 'literal', value: unescapedString(lowering.text(node)) }),
  NumericLiteral: (lowering, node) => {
    const value = parseNumber(lowering.text(node).replace(/\s+/g, ''));
    if (value === undefined) throw new SyntaxProblem('Expected a number that 34 digits can express', node.from);
    return { kind: 'literal', value };
  },
  DateTimeLiteral: (lowering, node, depth) => {
    const at = node.getChild('AtLiteral');
    if (at !== null) {
      return { kind: 'temporal literal', text: unescapedString(lowering.text(child(at, 'StringLiteral'))) };
    }
    const callee = lowering.words(child(node, 'DateTimeConstructor'));
    return { kind: 'call', callee, arguments: argumentsOf(lowering, node, depth) };
  },

  VariableName: (lowering, node) => ({ kind: 'variable', name: lowering.name(node) }),
  '?': () => ({ kind: 'variable', name: '?' }),

  List: (lowering, node, depth) => ({
    kind: 'list',
    items: childrenOf(node)
      .filter(isOperand)
      .map((item) => {
        const lowered = lowering.expression(item, depth);
        // What is tested is whether the input is in the list, not each item.
        return lowered.kind === 'enclosed comparison' ? { ...lowered, kind: 'comparison range' } : lowered;
      }),
  }),
  Context: (lowering, node, depth) => ({
    kind: 'context',
    entries: node.getChildren('ContextEntry').map((entry) => {
      const [key, value] = childrenOf(entry) as [SyntaxNode, SyntaxNode];
      const name = only(key);
      return {
        key: name.name === 'StringLiteral' ? unescapedString(lowering.text(name)) : lowering.words(name),
        value: lowering.expression(value, depth),
      };
    }),
  }),
  FunctionDefinition: (lowering, node, depth) => {
    const formal = child(node, 'FormalParameters').getChildren('FormalParameter');
    const parameters = formal.map((parameter) => lowering.words(child(parameter, 'ParameterName')));
    const external = node.getChild('external');
    if (external !== null) return { kind: 'external function', parameters, position: external.from };
    const types = formal.map((parameter) => {
      const type = parameter.getChild('Type');
      return type === null ? undefined : lowering.type(type, depth);
    });
    return { kind: 'function', parameters, types, body: lowering.expression(only(child(node, 'FunctionBody')), depth) };
  },

  Disjunction: (lowering, node, depth) => ({ kind: 'or', operands: chain(lowering, node, depth) }),
  Conjunction: (lowering, node, depth) => ({ kind: 'and', operands: chain(lowering, node, depth) }),

  Comparison: (lowering, node, depth) => {
    const [left, operator, ...rest] = childrenOf(node) as [SyntaxNode, SyntaxNode, SyntaxNode];
    const value = lowering.operand(left, depth);
    if (operator.name === 'CompareOp') {
      const right = lowering.operand(rest[0], depth);
      return { kind: 'comparison', operator: lowering.text(operator) as ComparisonOperator, left: value, right };
    }
    if (operator.name === 'between') {
      const [low, high] = rest.filter(isOperand).map((bound) => lowering.operand(bound, depth));
      return { kind: 'between', value, low: low as Expression, high: high as Expression };
    }
    const tests = node.getChild('PositiveUnaryTests');
    if (tests !== null) return { kind: 'in', value, tests: lowering.tests(tests, depth) };
    return inTest(value, lowering.expression(only(child(node, 'PositiveUnaryTest')), depth));
  },
  SimplePositiveUnaryTest: (lowering, node, depth) => {
    const [first, operand] = childrenOf(node) as [SyntaxNode, SyntaxNode];
    if (first.name === 'CompareOp') {
      const operator = lowering.text(first) as ComparisonOperator;
      return { kind: 'input comparison', operator, operand: lowering.operand(operand, depth) };
    }
    const [start, end] = childrenOf(first).filter(isOperand) as [SyntaxNode, SyntaxNode];
    return {
      kind: 'range',
      start: lowering.operand(start, depth),
      end: lowering.operand(end, depth),
      startIncluded: lowering.text(first).startsWith('['),
      endIncluded: lowering.text(first).endsWith(']'),
    };
  },

  ArithmeticExpression: (lowering, node, depth) => {
    const rest: { operator: ArithmeticOperator; operand: Expression }[] = [];
    const level = precedenceOf(lowering, node);
    let current = node;
    while (precedenceOf(lowering, current) === level) {
      const [left, operator, right] = childrenOf(current) as [SyntaxNode, SyntaxNode, SyntaxNode?];
      if (right === undefined) break;
      const symbol = lowering.text(operator);
      const operand = lowering.operand(right, depth);
      rest.push({ operator: symbol === '^' ? '**' : (symbol as ArithmeticOperator), operand });
      current = left;
    }
    if (rest.length > 0) return { kind: 'arithmetic', first: lowering.operand(current, depth), rest: rest.reverse() };
    const [sign, operand] = childrenOf(node) as [SyntaxNode, SyntaxNode];
    const value = lowering.operand(operand, depth);
    return lowering.text(sign) === '-' ? { kind: 'negation', operand: value } : value;
  },

  IfExpression: (lowering, node, depth) => {
    const [condition, then, otherwise] = childrenOf(node)
      .filter(isOperand)
      .map((part) => lowering.expression(part, depth)) as [Expression, Expression, Expression];
    return { kind: 'if', condition, then, otherwise };
  },
  ForExpression: (lowering, node, depth) => ({
    kind: 'for',
    iterators: lowering.iterations(node, depth),
    body: lowering.expression(childrenOf(node).at(-1) as SyntaxNode, depth),
  }),
  QuantifiedExpression: (lowering, node, depth) => ({
    kind: 'quantified',
    quantifier: node.firstChild?.name === 'some' ? 'some' : 'every',
    iterators: lowering.iterations(node, depth),
    condition: lowering.expression(childrenOf(node).at(-1) as SyntaxNode, depth),
  }),
  InstanceOfExpression: (lowering, node, depth) => ({
    kind: 'instance of',
    value: lowering.operand(childrenOf(node)[0] as SyntaxNode, depth),
    type: lowering.type(child(node, 'Type'), depth),
  }),

  PathExpression: (lowering, node, depth) => lowerPostfix(lowering, node, depth),
  FilterExpression: (lowering, node, depth) => lowerPostfix(lowering, node, depth),
  FunctionInvocation: (lowering, node, depth) => lowerPostfix(lowering, node, depth),
};

/** The operands of `a or b or c`, which the parser nests to the left. */
function chain(lowering: Lowering, node: SyntaxNode, depth: number): Expression[] {
  const operands: Expression[] = [];
  let current = node;
  while (current.name === node.name) {
    const [left, , right] = childrenOf(current) as [SyntaxNode, SyntaxNode, SyntaxNode];
    operands.push(lowering.expression(right, depth));
    current = left;
  }
  operands.push(lowering.expression(current, depth));
  return operands.reverse();
}

function precedenceOf(lowering: Lowering, node: SyntaxNode): string | undefined {
  if (node.name !== 'ArithmeticExpression') return undefined;
  const operator = childrenOf(node)[1];
  if (operator?.name !== 'ArithOp') return 'sign';
  const symbol = lowering.text(operator);
  return symbol === '+' || symbol === '-' ? 'sum' : symbol === '*' || symbol === '/' ? 'product' : 'power';
}

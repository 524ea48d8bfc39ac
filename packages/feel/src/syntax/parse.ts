import { limits } from '../limits.ts';
import { type TextWithKnownNames, textWithKnownNames } from './known-names.ts';
import { lowerExpression, lowerUnaryTests } from './lowering.ts';
import type { NamesInScope } from './names-in-scope.ts';
import { expressionParser, type SyntaxNode, unaryTestsParser } from './parser.ts';
import { preparedText } from './prepared-text.ts';
import { SyntaxProblem, unexpected } from './syntax-problem.ts';
import type { Expression, UnaryTests } from './syntax-tree.ts';

/** @throws {SyntaxProblem} if the text is no FEEL expression. */
export function parseExpression(text: string, scope?: NamesInScope): Expression {
  const source = sourceOf(text, scope);
  return lowerExpression(topNode(expressionParser, text, source.text), text, source.names);
}

/** @throws {SyntaxProblem} if the text is no list of FEEL unary tests. */
export function parseUnaryTests(text: string, scope?: NamesInScope): UnaryTests {
  const source = sourceOf(text, scope);
  return lowerUnaryTests(topNode(unaryTestsParser, text, source.text), text, source.names);
}

function sourceOf(text: string, scope: NamesInScope | undefined): TextWithKnownNames {
  if (text.length > limits.expressionLengthMax) {
    throw new SyntaxProblem(
      `Expected an expression of at most ${limits.expressionLengthMax} characters, but it has ${text.length}`,
      limits.expressionLengthMax,
    );
  }
  return scope === undefined ? { text, names: noNames } : textWithKnownNames(text, scope);
}

const noNames: TextWithKnownNames['names'] = new Map();

function topNode(parser: typeof expressionParser, text: string, source: string): SyntaxNode {
  try {
    return parser.parse(preparedText(source)).topNode;
  } catch (error) {
    const position = error instanceof SyntaxError ? /No parse at (\d+)/.exec(error.message)?.[1] : undefined;
    if (position === undefined) throw error;
    throw isLongChain(text, Number(position))
      ? new SyntaxProblem(
          'Expected at most 400 operators in a row, but found more; brackets can group them',
          Number(position),
        )
      : unexpected(text, Number(position));
  }
}

/** The parser gives up on a row of operators, the earliest on 435 times `and`, and says no more than where. */
const isLongChain = (text: string, position: number): boolean =>
  (text.slice(0, position).match(/\b(?:and|or)\b|[-+*/.[(]/g) ?? []).length >= 300;

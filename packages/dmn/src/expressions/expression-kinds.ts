import { decisionTable } from '../decision-table/decision-table.ts';
import { conditional } from './conditional.ts';
import { context } from './context.ts';
import type { ExpressionKind } from './expression-kind.ts';
import { filter } from './filter.ts';
import { forLoop } from './for.ts';
import { functionDefinition } from './function-definition.ts';
import { invocation } from './invocation.ts';
import type { ExpressionTag } from './is-expression.ts';
import { list } from './list.ts';
import { literalExpression } from './literal-expression.ts';
import { every, some } from './quantified.ts';
import { relation } from './relation.ts';

/** Every kind of expression. A new one is a file, a line here, and its tag in `is-expression.ts`. */
export const expressionKinds: Readonly<Record<ExpressionTag, ExpressionKind>> = {
  'dmn:decisionTable': decisionTable,
  'dmn:literalExpression': literalExpression,
  'dmn:context': context,
  'dmn:list': list,
  'dmn:relation': relation,
  'dmn:invocation': invocation,
  'dmn:functionDefinition': functionDefinition,
  'dmn:conditional': conditional,
  'dmn:filter': filter,
  'dmn:for': forLoop,
  'dmn:some': some,
  'dmn:every': every,
};

/**
 * What an agent is to fill in: the calls of `fromAi(value, description, type, schema, options)` in an expression, read
 * from its text. Nothing is evaluated, so everything but the value has to be written down literally.
 */
import { parseExpression } from './syntax/parse.ts';
import type { CallExpression, Expression } from './syntax/syntax-tree.ts';
import { describeValue } from './values/feel-string.ts';
import { negateNumber } from './values/number.ts';
import { type FeelContext, type FeelValue, isContext, isNumber } from './values/value.ts';

export interface FromAiParameter {
  /** The variable that is filled in, as a dotted path: `toolCall.city`. */
  readonly name: string;
  readonly description: string | undefined;
  readonly type: string | undefined;
  /** A JSON schema. */
  readonly schema: FeelContext | undefined;
  readonly options: FeelContext | undefined;
}

export type FromAiParameters =
  | { readonly ok: true; readonly parameters: readonly FromAiParameter[] }
  | { readonly ok: false; readonly message: string };

/** All parameters an expression asks for, in the order of its text. Never throws. */
export function fromAiParameters(text: string): FromAiParameters {
  // Spares the parser the many expressions that ask for nothing.
  if (!text.includes(FUNCTION_NAME)) return { ok: true, parameters: [] };
  const parameters: FromAiParameter[] = [];
  try {
    collect(parseExpression(text), parameters);
    return { ok: true, parameters };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

const FUNCTION_NAME = 'fromAi';
const ARGUMENT_NAMES = ['value', 'description', 'type', 'schema', 'options'];

function collect(part: unknown, found: FromAiParameter[]): void {
  if (typeof part !== 'object' || part === null) return;
  if (Array.isArray(part)) for (const item of part) collect(item, found);
  else if (part instanceof Map) for (const item of part.values()) collect(item, found);
  else if (isCallOfFromAi(part)) found.push(parameterOf(part));
  else if (!('kind' in part) || part.kind !== 'literal') for (const item of Object.values(part)) collect(item, found);
}

function isCallOfFromAi(part: object): part is CallExpression {
  return 'kind' in part && part.kind === 'call' && 'callee' in part && part.callee === FUNCTION_NAME;
}

function parameterOf(call: CallExpression): FromAiParameter {
  const given = call.arguments;
  const argument = (name: string): Expression | undefined =>
    'get' in given ? given.get(name) : given[ARGUMENT_NAMES.indexOf(name)];
  const value = argument('value');
  const path = value && pathOf(value);
  if (path === undefined) {
    throw new Error(
      `Expected fromAi() parameter 'value' to be a reference (e.g. 'toolCall.customParameter'), but received ${describe(value)}.`,
    );
  }
  return {
    name: path,
    description: textArgument('description', argument('description')),
    type: textArgument('type', argument('type')),
    schema: contextArgument('schema', argument('schema')),
    options: contextArgument('options', argument('options')),
  };
}

function pathOf(expression: Expression): string | undefined {
  if (expression.kind === 'variable') return expression.name;
  if (expression.kind !== 'path') return undefined;
  const owner = pathOf(expression.target);
  return owner === undefined ? undefined : `${owner}.${expression.name}`;
}

function textArgument(name: string, argument: Expression | undefined): string | undefined {
  if (argument === undefined || isNullLiteral(argument)) return undefined;
  if (argument.kind === 'literal' && typeof argument.value === 'string') return argument.value;
  throw new Error(`Expected fromAi() parameter '${name}' to be a string, but received '${describe(argument)}'.`);
}

function contextArgument(name: string, argument: Expression | undefined): FeelContext | undefined {
  if (argument === undefined || isNullLiteral(argument)) return undefined;
  const value = literalValue(argument);
  if (value !== undefined && isContext(value)) return value;
  throw new Error(`Expected fromAi() parameter '${name}' to be a context (map), but received '${describe(argument)}'.`);
}

const isNullLiteral = (expression: Expression): boolean => expression.kind === 'literal' && expression.value === null;

/** The value of what is written down as one; `undefined` for what would have to be evaluated. */
function literalValue(expression: Expression): FeelValue | undefined {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'negation': {
      const operand = literalValue(expression.operand);
      return operand !== undefined && isNumber(operand) ? negateNumber(operand) : undefined;
    }
    case 'list': {
      const items = expression.items.map(literalValue);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case 'context': {
      const context = new Map<string, FeelValue>();
      for (const { key, value } of expression.entries) {
        const entry = literalValue(value);
        if (entry === undefined) return undefined;
        context.set(key, entry);
      }
      return context;
    }
    default:
      return undefined;
  }
}

function describe(expression: Expression | undefined): string {
  if (expression === undefined) return 'nothing';
  const value = literalValue(expression);
  if (value === undefined) return `an expression (${expression.kind})`;
  return typeof value === 'string' ? value : describeValue(value);
}

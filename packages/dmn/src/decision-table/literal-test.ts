/**
 * Most entries of most tables compare with literals: `"gold"`, `>= 18`, `[1..10)`, `"a", "b"`, `not("c")`. These are
 * recognised by their text and tested without FEEL, a hundred rules in about a microsecond.
 */
import { type FeelValue, parseNumber } from '@waggle/feel';

/** Whether the value passes; undefined for a value of another type, whose test warns or computes with decimals. */
export type LiteralTest = (value: FeelValue) => boolean | undefined;

/** @returns undefined for entries of any other form. */
export function literalTest(text: string): LiteralTest | undefined {
  return booleanTest(text) ?? listTest(text) ?? comparisonTest(text) ?? rangeTest(text);
}

function booleanTest(text: string): LiteralTest | undefined {
  if (text !== 'true' && text !== 'false') return undefined;
  const literal = text === 'true';
  return (value) => (typeof value === 'boolean' ? value === literal : undefined);
}

const number = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)`;
const string = String.raw`"[^"\\]*"`;
const listOf = (item: string): RegExp => new RegExp(String.raw`^${item}(?:\s*,\s*${item})*$`);
const stringList = listOf(string);
const numberList = listOf(number);
const negation = /^not\s*\(([^()]*)\)$/;

/** One literal or several of one type, perhaps negated. */
function listTest(text: string): LiteralTest | undefined {
  const negated = negation.exec(text)?.[1]?.trim();
  const items = negated ?? text;
  const isNegated = negated !== undefined;
  if (stringList.test(items)) {
    const literals = new Set((items.match(/"[^"]*"/g) ?? []).map((literal) => literal.slice(1, -1)));
    const [only] = literals;
    if (literals.size === 1 && !isNegated) {
      return (value) => (typeof value === 'string' ? value === only : value === null ? false : undefined);
    }
    return (value) =>
      typeof value === 'string' ? literals.has(value) !== isNegated : value === null ? isNegated : undefined;
  }
  if (!numberList.test(items)) return undefined;
  const literals = items.split(',').map((literal) => nativeNumber(literal.trim()));
  if (literals.includes(undefined)) return undefined;
  return (value) =>
    typeof value === 'number' ? literals.includes(value) !== isNegated : value === null ? isNegated : undefined;
}

const comparison = new RegExp(String.raw`^(<=|>=|<|>)\s*(${number})$`);

function comparisonTest(text: string): LiteralTest | undefined {
  const [, operator, operand] = comparison.exec(text) ?? [];
  const literal = nativeNumber(operand ?? '');
  if (literal === undefined) return undefined;
  switch (operator) {
    case '<':
      return (value) => (typeof value === 'number' ? value < literal : undefined);
    case '<=':
      return (value) => (typeof value === 'number' ? value <= literal : undefined);
    case '>':
      return (value) => (typeof value === 'number' ? value > literal : undefined);
    default:
      return (value) => (typeof value === 'number' ? value >= literal : undefined);
  }
}

const range = new RegExp(String.raw`^([[\](])\s*(${number})\s*\.\.\s*(${number})\s*([[\])])$`);

function rangeTest(text: string): LiteralTest | undefined {
  const [, open, from = '', to = '', close] = range.exec(text) ?? [];
  const [low, high] = [nativeNumber(from), nativeNumber(to)];
  if (low === undefined || high === undefined) return undefined;
  const [withLow, withHigh] = [open === '[', close === ']'];
  return (value) =>
    typeof value === 'number'
      ? (withLow ? value >= low : value > low) && (withHigh ? value <= high : value < high)
      : undefined;
}

/** FEEL compares JS numbers as they are; what needs a decimal is not for here. */
function nativeNumber(text: string): number | undefined {
  const value = parseNumber(text);
  return typeof value === 'number' ? value : undefined;
}

import { unescapedString } from '../syntax/string-literal.ts';
import { compareValues } from './comparison.ts';
import { parseDate, parseDateTime } from './date-time.ts';
import { parseDuration } from './duration.ts';
import { parseNumber } from './number.ts';
import { FeelRange } from './range.ts';
import { parseTemporal } from './temporal-text.ts';
import { parseTime } from './time.ts';
import type { FeelValue } from './value.ts';

/** Everything up to `..` or the bracket; strings may contain either. */
const literal = String.raw`((?:[^".]|\.(?!\.)|"(?:[^"\\]|\\.)*")*?)`;
const rangeText = new RegExp(String.raw`^\s*([[\](])${literal}\.\.${literal}([[\])])\s*$`, 's');
const quoted = /^(@|(?:date and time|date|time|duration)\s*\(\s*)?("(?:[^"\\]|\\.)*")\s*(\))?$/s;

const parsers: Readonly<Record<string, (text: string) => FeelValue | undefined>> = {
  '@': parseTemporal,
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  duration: parseDuration,
};

/** Longer than any range of literals that is not made to be long. */
const rangeTextLengthMax = 1_000;

/** Reads `[1..10)`, `["a".."c"]`, `[@"2026-01-01"..date("2026-02-01")]`; undefined unless both ends are of one ordered type. */
export function parseRange(text: string): FeelRange | undefined {
  const match = text.length > rangeTextLengthMax ? null : rangeText.exec(text);
  if (match === null) return undefined;
  const [, opening, startText = '', endText = '', closing] = match;
  const [start, end] = [parseLiteral(startText.trim()), parseLiteral(endText.trim())];
  const order = start === undefined || end === undefined ? undefined : compareValues(start, end);
  if (start === undefined || end === undefined || order === undefined || order > 0) return undefined;
  return new FeelRange({ start, end, startIncluded: opening === '[', endIncluded: closing === ']' });
}

function parseLiteral(text: string): FeelValue | undefined {
  const match = quoted.exec(text);
  if (match === null) return parseNumber(text);
  const [, prefix = '', string = '', closing] = match;
  const name = prefix.replace('(', '').trim();
  if ((closing !== undefined) !== prefix.includes('(')) return undefined;
  const value = unescapedString(string);
  return prefix === '' ? value : parsers[name]?.(value);
}

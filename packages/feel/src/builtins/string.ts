import type { Run } from '../evaluation.ts';
import { toIndex } from '../values/number.ts';
import { positionOf } from '../values/position-of.ts';
import { isNumber, isString } from '../values/value.ts';
import { type Builtins, fail, type Outcome, type Overload, overload } from './builtin.ts';

const unary = (invoke: (run: Run, text: string) => Outcome): Overload =>
  overload([['string', isString]], (run, text) => {
    run.chargeString(text.length);
    return invoke(run, text);
  });

const matching = (invoke: (text: string, match: string) => Outcome): Overload =>
  overload(
    [
      ['string', isString],
      ['match', isString],
    ],
    (run, text, match) => {
      run.charge(1 + ((text.length + match.length) >>> 3));
      return invoke(text, match);
    },
  );

/** Positions are in UTF-16 units, as in Camunda. */
export const stringBuiltins: Builtins = {
  substring: [
    overload(
      [
        ['string', isString],
        ['start position', isNumber],
      ],
      (_run, text, start) => substring(text, toIndex(start), text.length),
    ),
    overload(
      [
        ['string', isString],
        ['start position', isNumber],
        ['length', isNumber],
      ],
      (_run, text, start, length) => substring(text, toIndex(start), toIndex(length)),
    ),
  ],
  'string length': [overload([['string', isString]], (_run, text) => text.length)],
  'upper case': [unary((_run, text) => text.toUpperCase())],
  'lower case': [unary((_run, text) => text.toLowerCase())],
  'substring before': [matching((text, match) => text.slice(0, Math.max(0, positionOf(match, text))))],
  'substring after': [
    matching((text, match) => {
      const position = positionOf(match, text);
      return position < 0 ? '' : text.slice(position + match.length);
    }),
  ],
  contains: [matching((text, match) => positionOf(match, text) >= 0)],
  'starts with': [matching((text, match) => text.startsWith(match))],
  'ends with': [matching((text, match) => text.endsWith(match))],
  trim: [unary((_run, text) => text.trim())],
  'is blank': [unary((_run, text) => text.trim() === '')],
  uuid: [
    overload([], (run) => {
      run.charge(30);
      return timeOrderedUuid(run);
    }),
  ],
  'to base64': [
    overload([['value', isString]], (run, text) => {
      run.charge(15);
      run.chargeString(2 * text.length);
      const bytes = new TextEncoder().encode(text);
      let units = '';
      for (const byte of bytes) units += String.fromCharCode(byte);
      return btoa(units);
    }),
  ],
  'from base64': [
    overload([['value', isString]], (run, text) => {
      run.chargeString(text.length);
      if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return fail(`Invalid Base64 value '${text.slice(0, 100)}'`);
      try {
        return new TextDecoder().decode(Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)));
      } catch {
        return fail(`Invalid Base64 value '${text.slice(0, 100)}'`);
      }
    }),
  ],
};

/** 1-based; a negative start counts from the end. What lies outside the text is cut off. */
function substring(text: string, start: number, length: number): string | ReturnType<typeof fail> {
  const from = start > 0 ? start - 1 : text.length + start;
  if (start === 0 || from < 0 || length < 0) return fail(`Illegal start position '${start}' or length '${length}'`);
  return text.slice(from, from + length);
}

/** Version 7: 48 bits of time, so that ids sort by creation, and 74 random bits. */
function timeOrderedUuid(run: Run): string {
  const hex = (digits: number, value: number) => value.toString(16).padStart(digits, '0');
  const random = (values: number) => Math.floor(run.random() * values);
  const time = hex(12, Math.max(0, Math.trunc(run.context.nowMs)));
  const variant = 8 + random(4);
  const tail = hex(4, random(0x1_0000)) + hex(8, random(0x1_0000_0000));
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${hex(3, random(0x1000))}-${hex(1, variant)}${hex(3, random(0x1000))}-${tail}`;
}

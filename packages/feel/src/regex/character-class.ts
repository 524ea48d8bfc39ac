import { limits } from '../limits.ts';
import { anyOf, both, type CodePointSet, classEscapes, ignoringCase, namedClass, not } from './code-points.ts';
import type { PatternText } from './pattern-text.ts';

const controlEscapes: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, a: 7, e: 27 };

/** What an escape stands for inside and outside of `[…]`. */
export function escapedSet(text: PatternText, character: string): CodePointSet {
  const set = Object.hasOwn(classEscapes, character) ? classEscapes[character] : undefined;
  if (set !== undefined) return set;
  if (character === 'p' || character === 'P') {
    const name = text.take('{') ? text.until('}') : text.next();
    return character === 'p' ? namedClass(name) : not(namedClass(name));
  }
  const codePoint = escapedCodePoint(text, character);
  return (other) => other === codePoint;
}

function escapedCodePoint(text: PatternText, character: string): number {
  const control = Object.hasOwn(controlEscapes, character) ? controlEscapes[character] : undefined;
  if (control !== undefined) return control;
  if (character === 'x' && text.take('{')) return hexadecimal(text, text.until('}'));
  if (character === 'x') return hexadecimal(text, text.next() + text.next());
  if (character === 'u') return hexadecimal(text, text.next() + text.next() + text.next() + text.next());
  if (/[a-zA-Z0-9]/.test(character) || character === '') throw text.problem(`Unknown escape '\\${character}'`);
  return character.codePointAt(0) as number;
}

function hexadecimal(text: PatternText, digits: string): number {
  const codePoint = /^[0-9a-fA-F]{1,6}$/.test(digits) ? Number.parseInt(digits, 16) : Number.POSITIVE_INFINITY;
  if (codePoint > 0x10ffff) throw text.problem('Illegal hexadecimal escape');
  return codePoint;
}

/** After `[`, up to and with its `]`: ranges, escapes, nested classes, `&&`. */
export function characterClass(text: PatternText, ignoresCase: boolean, depth: number): CodePointSet {
  if (depth > limits.patternDepthMax) throw text.problem('Character classes are nested too deeply');
  const isNegated = text.take('^');
  let intersected: CodePointSet | undefined;
  let sets: CodePointSet[] = [];
  const intersect = () => {
    const set = anyOf(sets);
    intersected = intersected === undefined ? set : both(intersected, set);
    sets = [];
  };
  for (let isFirst = true; ; isFirst = false) {
    const character = text.next();
    if (character === '') throw text.problem('Unclosed character class');
    if (character === ']' && !isFirst) break;
    if (character === '[') sets.push(characterClass(text, ignoresCase, depth + 1));
    else if (character === '&' && text.peek() === '&') {
      text.next();
      intersect();
    } else sets.push(classItem(text, character));
  }
  intersect();
  const contains = intersected as unknown as CodePointSet;
  // Case has to be ignored before the negation: `(?i)[^a]` excludes A.
  const set = ignoresCase ? ignoringCase(contains) : contains;
  return isNegated ? not(set) : set;
}

function classItem(text: PatternText, character: string): CodePointSet {
  let start: number;
  if (character === '\\') {
    const escaped = text.next();
    if (Object.hasOwn(classEscapes, escaped) || escaped === 'p' || escaped === 'P') return escapedSet(text, escaped);
    start = escapedCodePoint(text, escaped);
  } else start = character.codePointAt(0) as number;
  const afterDash = text.peek(1);
  if (text.peek() !== '-' || afterDash === ']' || afterDash === '[' || afterDash === '') {
    return (codePoint) => codePoint === start;
  }
  text.next();
  const last = text.next();
  const end = last === '\\' ? escapedCodePoint(text, text.next()) : (last.codePointAt(0) as number);
  if (end < start) throw text.problem('Illegal character range');
  return (codePoint) => codePoint >= start && codePoint <= end;
}

import type { Run } from '../evaluation.ts';
import { limits } from '../limits.ts';
import { findMatch, type Match } from './matcher.ts';
import { changedFlags, PatternProblem } from './pattern.ts';
import { parsePattern } from './pattern-parser.ts';
import { type Program, programOf } from './program.ts';

export interface Regex {
  readonly program: Program;
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
}

const noFlags = { ignoresCase: false, dotAll: false, multiline: false, comments: false };

/** Patterns are nearly always literals, so the same few are needed over and over; a full cache starts anew. */
const cachedMax = 200;
const cache = new Map<string, Regex | PatternProblem>();

/** Reading a character and emitting an instruction, in steps; a pattern that is refused costs at most that of the largest. */
const characterSteps = 6;
const instructionSteps = 2;

/**
 * @param flags any of `i`, `s`, `m`, `x`
 * @throws {PatternProblem}
 */
export function compileRegex(run: Run, pattern: string, flags: string): Regex {
  const key = `${flags}/${pattern}`;
  let regex = cache.get(key);
  if (regex === undefined) {
    regex = compiled(pattern, flags);
    if (cache.size >= cachedMax) cache.clear();
    cache.set(key, regex);
  }
  if (run.isFirstUse(key)) {
    const instructions = regex instanceof PatternProblem ? limits.patternProgramMax : regex.program.length;
    run.charge(characterSteps * Math.min(pattern.length, limits.patternLengthMax) + instructionSteps * instructions);
  }
  if (regex instanceof PatternProblem) throw regex;
  return regex;
}

function compiled(pattern: string, flags: string): Regex | PatternProblem {
  try {
    const { pattern: parsed, groupCount, groupNames } = parsePattern(pattern, changedFlags(noFlags, flags, ''));
    return { program: programOf(parsed), groupCount, groupNames };
  } catch (error) {
    if (error instanceof PatternProblem) return error;
    throw error;
  }
}

/** A text cut into code points, which is what patterns are about; positions of matches refer to it. */
export class Subject {
  readonly codePoints: readonly number[];

  constructor(run: Run, text: string) {
    run.charge(1 + text.length);
    this.codePoints = Array.from(text, (character) => character.codePointAt(0) as number);
  }

  slice(start: number, end: number): string {
    let text = '';
    for (let index = start; index < end; index++) text += String.fromCodePoint(this.codePoints[index] as number);
    return text;
  }

  group(match: Match, index: number): string | undefined {
    const [start, end] = [match[2 * index], match[2 * index + 1]];
    return start === undefined || end === undefined ? undefined : this.slice(start, end);
  }
}

/** All matches from left to right; after an empty one the search goes on one character further. */
export function* allMatches(run: Run, regex: Regex, subject: Subject): Generator<Match, undefined> {
  let from = 0;
  while (from <= subject.codePoints.length) {
    const match = findMatch(run, regex.program, subject.codePoints, from);
    if (match === undefined) return undefined;
    yield match;
    const [start, end] = match as [number, number];
    from = end > start ? end : end + 1;
  }
  return undefined;
}

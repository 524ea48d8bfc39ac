import { limits } from '../limits.ts';
import {
  anyOf,
  both,
  type CodePointSet,
  classEscapes,
  ignoringCase,
  isLineEnd,
  namedClass,
  not,
} from './code-points.ts';
import { changedFlags, type ParsedPattern, type Pattern, type PatternFlags, PatternProblem } from './pattern.ts';

/** @throws {PatternProblem} for a text that is no pattern, or one only a backtracking matcher could run. */
export function parsePattern(text: string, flags: PatternFlags): ParsedPattern {
  if (text.length > limits.patternLengthMax) {
    throw new PatternProblem(`Expected a pattern of at most ${limits.patternLengthMax} characters`);
  }
  const parser = new PatternParser(text, flags);
  const pattern = parser.alternatives(0);
  parser.end();
  return { pattern, groupCount: parser.groupCount, groupNames: parser.groupNames };
}

const controlEscapes: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, a: 7, e: 27 };
const depthMax = 100;
const repetitionMax = 1_000;

class PatternParser {
  groupCount = 0;
  readonly groupNames = new Map<string, number>();
  readonly #characters: readonly string[];
  #flags: PatternFlags;
  #position = 0;

  constructor(text: string, flags: PatternFlags) {
    this.#characters = [...text];
    this.#flags = flags;
  }

  end(): void {
    if (this.#position < this.#characters.length) throw this.#problem('Unmatched )');
  }

  alternatives(depth: number): Pattern {
    if (depth > depthMax) throw this.#problem('Groups are nested too deeply');
    const alternatives: Pattern[] = [];
    do alternatives.push(this.#sequence(depth));
    while (this.#take('|'));
    return alternatives.length === 1 ? (alternatives[0] as Pattern) : { kind: 'alternatives', alternatives };
  }

  #sequence(depth: number): Pattern {
    const parts: Pattern[] = [];
    for (;;) {
      this.#skipComments();
      const next = this.#peek();
      if (next === '' || next === '|' || next === ')') return { kind: 'sequence', parts };
      const part = this.#atom(depth);
      if (part !== undefined) parts.push(this.#quantified(part));
    }
  }

  #quantified(part: Pattern): Pattern {
    let result = part;
    for (;;) {
      this.#skipComments();
      const bounds = this.#quantifier();
      if (bounds === undefined) return result;
      if (this.#take('+')) throw this.#problem('Possessive quantifiers are not supported');
      if (result.kind === 'repetition') throw this.#problem('A quantifier follows a quantifier');
      result = { kind: 'repetition', part: result, ...bounds, isGreedy: !this.#take('?') };
    }
  }

  #quantifier(): { min: number; max: number } | undefined {
    if (this.#take('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.#take('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.#take('?')) return { min: 0, max: 1 };
    if (this.#peek() !== '{') return undefined;
    const match = /^\{(\d{1,5})(,(\d{0,5}))?\}/.exec(
      this.#characters.slice(this.#position, this.#position + 14).join(''),
    );
    if (match === null) throw this.#problem('Illegal repetition');
    this.#position += match[0].length;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
    if (max < min || min > repetitionMax || (max > repetitionMax && max !== Number.POSITIVE_INFINITY)) {
      throw this.#problem(`Expected a repetition of at most ${repetitionMax}`);
    }
    return { min, max };
  }

  /** @returns undefined for what only changes the flags */
  #atom(depth: number): Pattern | undefined {
    const character = this.#next();
    switch (character) {
      case '(':
        return this.#group(depth + 1);
      case '[':
        return this.#set(this.#characterClass(depth + 1));
      case '.':
        return { kind: 'set', contains: this.#flags.dotAll ? () => true : not(isLineEnd) };
      case '^':
        return { kind: 'assertion', assertion: this.#flags.multiline ? 'line start' : 'text start' };
      case '$':
        return { kind: 'assertion', assertion: this.#flags.multiline ? 'line end' : 'final line end' };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        throw this.#problem(`Dangling '${character}'`);
      default:
        return this.#literal(character.codePointAt(0) as number);
    }
  }

  #group(depth: number): Pattern | undefined {
    const outerFlags = this.#flags;
    if (!this.#take('?')) return this.#capture(depth, outerFlags);
    if (this.#take('>')) throw this.#problem('Atomic groups are not supported');
    if (this.#take('=')) return this.#look(depth, { isBehind: false, isNegated: false });
    if (this.#take('!')) return this.#look(depth, { isBehind: false, isNegated: true });
    if (this.#take('<')) {
      if (this.#take('=')) return this.#look(depth, { isBehind: true, isNegated: false });
      if (this.#take('!')) return this.#look(depth, { isBehind: true, isNegated: true });
      const name = this.#until('>');
      if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw this.#problem('Illegal group name');
      this.groupNames.set(name, this.groupCount + 1);
      return this.#capture(depth, outerFlags);
    }
    const switches = /^([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/.exec(
      this.#characters.slice(this.#position, this.#position + 20).join(''),
    );
    if (switches === null) throw this.#problem('Unknown group');
    this.#position += switches[0].length;
    this.#flags = changedFlags(outerFlags, switches[1] ?? '', switches[2] ?? '');
    if (switches[3] === ')') return undefined;
    return this.#closed(depth, outerFlags);
  }

  #capture(depth: number, outerFlags: PatternFlags): Pattern {
    const index = ++this.groupCount;
    return { kind: 'group', index, part: this.#closed(depth, outerFlags) };
  }

  #look(depth: number, kind: { isBehind: boolean; isNegated: boolean }): Pattern {
    return { kind: 'look', part: this.#closed(depth, this.#flags), ...kind };
  }

  #closed(depth: number, outerFlags: PatternFlags): Pattern {
    const part = this.alternatives(depth);
    if (!this.#take(')')) throw this.#problem('Unclosed group');
    this.#flags = outerFlags;
    return part;
  }

  #escape(): Pattern {
    const character = this.#next();
    switch (character) {
      case 'b':
        return { kind: 'assertion', assertion: 'word boundary' };
      case 'B':
        return { kind: 'assertion', assertion: 'no word boundary' };
      case 'A':
        return { kind: 'assertion', assertion: 'text start' };
      case 'z':
        return { kind: 'assertion', assertion: 'text end' };
      case 'Z':
        return { kind: 'assertion', assertion: 'final line end' };
      case 'R':
        return this.#set(isLineEnd);
      case 'Q': {
        const quoted = this.#quoted();
        return { kind: 'sequence', parts: quoted.map((literal) => this.#literal(literal.codePointAt(0) as number)) };
      }
    }
    if (/[1-9k]/.test(character)) throw this.#problem('Backreferences are not supported');
    const contains = this.#escapedSet(character);
    return this.#set(contains);
  }

  /** What an escape stands for inside and outside of `[…]`. */
  #escapedSet(character: string): CodePointSet {
    const set = Object.hasOwn(classEscapes, character) ? classEscapes[character] : undefined;
    if (set !== undefined) return set;
    if (character === 'p' || character === 'P') {
      const name = this.#take('{') ? this.#until('}') : this.#next();
      return character === 'p' ? namedClass(name) : not(namedClass(name));
    }
    const codePoint = this.#escapedCodePoint(character);
    return (other) => other === codePoint;
  }

  #escapedCodePoint(character: string): number {
    const control = Object.hasOwn(controlEscapes, character) ? controlEscapes[character] : undefined;
    if (control !== undefined) return control;
    if (character === 'x' && this.#take('{')) return this.#hexadecimal(this.#until('}'));
    if (character === 'x') return this.#hexadecimal(this.#next() + this.#next());
    if (character === 'u') return this.#hexadecimal(this.#next() + this.#next() + this.#next() + this.#next());
    if (/[a-zA-Z0-9]/.test(character) || character === '') throw this.#problem(`Unknown escape '\\${character}'`);
    return character.codePointAt(0) as number;
  }

  #hexadecimal(digits: string): number {
    const codePoint = /^[0-9a-fA-F]{1,6}$/.test(digits) ? Number.parseInt(digits, 16) : Number.POSITIVE_INFINITY;
    if (codePoint > 0x10ffff) throw this.#problem('Illegal hexadecimal escape');
    return codePoint;
  }

  /** After `[`, up to and with its `]`: ranges, escapes, nested classes, `&&`. */
  #characterClass(depth: number): CodePointSet {
    if (depth > depthMax) throw this.#problem('Character classes are nested too deeply');
    const isNegated = this.#take('^');
    let intersected: CodePointSet | undefined;
    let sets: CodePointSet[] = [];
    const intersect = () => {
      const set = anyOf(sets);
      intersected = intersected === undefined ? set : both(intersected, set);
      sets = [];
    };
    for (let isFirst = true; ; isFirst = false) {
      const character = this.#next();
      if (character === '') throw this.#problem('Unclosed character class');
      if (character === ']' && !isFirst) break;
      if (character === '[') sets.push(this.#characterClass(depth + 1));
      else if (character === '&' && this.#peek() === '&') {
        this.#position++;
        intersect();
      } else sets.push(this.#classItem(character));
    }
    intersect();
    const contains = intersected as unknown as CodePointSet;
    // Case has to be ignored before the negation: `(?i)[^a]` excludes A.
    const set = this.#flags.ignoresCase ? ignoringCase(contains) : contains;
    return isNegated ? not(set) : set;
  }

  #classItem(character: string): CodePointSet {
    let start: number;
    if (character === '\\') {
      const escaped = this.#next();
      if (Object.hasOwn(classEscapes, escaped) || escaped === 'p' || escaped === 'P') return this.#escapedSet(escaped);
      start = this.#escapedCodePoint(escaped);
    } else start = character.codePointAt(0) as number;
    const afterDash = this.#characters[this.#position + 1];
    if (this.#peek() !== '-' || afterDash === ']' || afterDash === '[' || afterDash === undefined) {
      return (codePoint) => codePoint === start;
    }
    this.#position++;
    const last = this.#next();
    const end = last === '\\' ? this.#escapedCodePoint(this.#next()) : (last.codePointAt(0) as number);
    if (end < start) throw this.#problem('Illegal character range');
    return (codePoint) => codePoint >= start && codePoint <= end;
  }

  #literal(codePoint: number): Pattern {
    return this.#set((other) => other === codePoint);
  }

  #set(contains: CodePointSet): Pattern {
    return { kind: 'set', contains: this.#flags.ignoresCase ? ignoringCase(contains) : contains };
  }

  #skipComments(): void {
    while (this.#flags.comments) {
      if (/^\s$/.test(this.#peek())) this.#position++;
      else if (this.#peek() === '#') {
        while (this.#peek() !== '' && this.#peek() !== '\n') this.#position++;
      } else return;
    }
  }

  #quoted(): string[] {
    const start = this.#position;
    while (this.#peek() !== '' && !(this.#peek() === '\\' && this.#characters[this.#position + 1] === 'E')) {
      this.#position++;
    }
    const quoted = this.#characters.slice(start, this.#position);
    this.#position += 2;
    return quoted;
  }

  #until(end: string): string {
    const start = this.#position;
    while (this.#peek() !== end) if (this.#next() === '') throw this.#problem(`Expected '${end}'`);
    return this.#characters.slice(start, this.#position++).join('');
  }

  #peek(): string {
    return this.#characters[this.#position] ?? '';
  }

  #next(): string {
    return this.#characters[this.#position++] ?? '';
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#position++;
    return true;
  }

  #problem(reason: string): PatternProblem {
    return new PatternProblem(`${reason} at position ${this.#position}`);
  }
}

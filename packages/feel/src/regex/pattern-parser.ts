import { limits } from '../limits.ts';
import { characterClass, escapedSet } from './character-class.ts';
import { type CodePointSet, ignoringCase, isLineEnd, not } from './code-points.ts';
import { changedFlags, type ParsedPattern, type Pattern, type PatternFlags, PatternProblem } from './pattern.ts';
import { PatternText } from './pattern-text.ts';

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

class PatternParser {
  groupCount = 0;
  readonly groupNames = new Map<string, number>();
  readonly #text: PatternText;
  #flags: PatternFlags;

  constructor(text: string, flags: PatternFlags) {
    this.#text = new PatternText(text);
    this.#flags = flags;
  }

  end(): void {
    if (this.#text.peek() !== '') throw this.#text.problem('Unmatched )');
  }

  alternatives(depth: number): Pattern {
    if (depth > limits.patternDepthMax) throw this.#text.problem('Groups are nested too deeply');
    const alternatives: Pattern[] = [];
    do alternatives.push(this.#sequence(depth));
    while (this.#text.take('|'));
    return alternatives.length === 1 ? (alternatives[0] as Pattern) : { kind: 'alternatives', alternatives };
  }

  #sequence(depth: number): Pattern {
    const parts: Pattern[] = [];
    for (;;) {
      this.#skipComments();
      const next = this.#text.peek();
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
      if (this.#text.take('+')) throw this.#text.problem('Possessive quantifiers are not supported');
      if (result.kind === 'repetition') throw this.#text.problem('A quantifier follows a quantifier');
      result = { kind: 'repetition', part: result, ...bounds, isGreedy: !this.#text.take('?') };
    }
  }

  #quantifier(): { min: number; max: number } | undefined {
    if (this.#text.take('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.#text.take('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.#text.take('?')) return { min: 0, max: 1 };
    if (this.#text.peek() !== '{') return undefined;
    const match = this.#text.takeMatch(/^\{(\d{1,5})(,(\d{0,5}))?\}/);
    if (match === null) throw this.#text.problem('Illegal repetition');
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
    if (
      max < min ||
      min > limits.patternRepetitionMax ||
      (max > limits.patternRepetitionMax && max !== Number.POSITIVE_INFINITY)
    ) {
      throw this.#text.problem(`Expected a repetition of at most ${limits.patternRepetitionMax}`);
    }
    return { min, max };
  }

  /** @returns undefined for what only changes the flags */
  #atom(depth: number): Pattern | undefined {
    const character = this.#text.next();
    switch (character) {
      case '(':
        return this.#group(depth + 1);
      case '[':
        return this.#set(characterClass(this.#text, this.#flags.ignoresCase, depth + 1));
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
        throw this.#text.problem(`Dangling '${character}'`);
      default:
        return this.#literal(character.codePointAt(0) as number);
    }
  }

  #group(depth: number): Pattern | undefined {
    const outerFlags = this.#flags;
    if (!this.#text.take('?')) return this.#capture(depth, outerFlags);
    if (this.#text.take('>')) throw this.#text.problem('Atomic groups are not supported');
    if (this.#text.take('=')) return this.#look(depth, { isBehind: false, isNegated: false });
    if (this.#text.take('!')) return this.#look(depth, { isBehind: false, isNegated: true });
    if (this.#text.take('<')) {
      if (this.#text.take('=')) return this.#look(depth, { isBehind: true, isNegated: false });
      if (this.#text.take('!')) return this.#look(depth, { isBehind: true, isNegated: true });
      const name = this.#text.until('>');
      if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw this.#text.problem('Illegal group name');
      this.groupNames.set(name, this.groupCount + 1);
      return this.#capture(depth, outerFlags);
    }
    const switches = this.#text.takeMatch(/^([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/);
    if (switches === null) throw this.#text.problem('Unknown group');
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
    if (!this.#text.take(')')) throw this.#text.problem('Unclosed group');
    this.#flags = outerFlags;
    return part;
  }

  #escape(): Pattern {
    const character = this.#text.next();
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
        const quoted = this.#text.quoted();
        return { kind: 'sequence', parts: quoted.map((literal) => this.#literal(literal.codePointAt(0) as number)) };
      }
    }
    if (/[1-9k]/.test(character)) throw this.#text.problem('Backreferences are not supported');
    return this.#set(escapedSet(this.#text, character));
  }

  #literal(codePoint: number): Pattern {
    return this.#set((other) => other === codePoint);
  }

  #set(contains: CodePointSet): Pattern {
    return { kind: 'set', contains: this.#flags.ignoresCase ? ignoringCase(contains) : contains };
  }

  #skipComments(): void {
    while (this.#flags.comments) {
      if (/^\s$/.test(this.#text.peek())) this.#text.next();
      else if (this.#text.peek() === '#') {
        while (this.#text.peek() !== '' && this.#text.peek() !== '\n') this.#text.next();
      } else return;
    }
  }
}

import { PatternProblem } from './pattern.ts';

/** Characters that a look ahead may need. */
const aheadMax = 20;

/** The text of a pattern, read from left to right; the end reads as empty characters. */
export class PatternText {
  readonly #characters: readonly string[];
  #position = 0;

  constructor(text: string) {
    this.#characters = [...text];
  }

  peek(offset = 0): string {
    return this.#characters[this.#position + offset] ?? '';
  }

  next(): string {
    return this.#characters[this.#position++] ?? '';
  }

  take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.#position++;
    return true;
  }

  /** @param pattern begins with `^` and matches at most 20 characters */
  takeMatch(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#characters.slice(this.#position, this.#position + aheadMax).join(''));
    this.#position += match?.[0].length ?? 0;
    return match;
  }

  /** What is before the end, which is taken, too. */
  until(end: string): string {
    const start = this.#position;
    while (this.peek() !== end) if (this.next() === '') throw this.problem(`Expected '${end}'`);
    return this.#characters.slice(start, this.#position++).join('');
  }

  /** After `\Q`: the characters up to `\E` or the end. */
  quoted(): readonly string[] {
    const start = this.#position;
    while (this.peek() !== '' && !(this.peek() === '\\' && this.peek(1) === 'E')) this.#position++;
    const quoted = this.#characters.slice(start, this.#position);
    this.#position += 2;
    return quoted;
  }

  problem(reason: string): PatternProblem {
    return new PatternProblem(`${reason} at position ${this.#position}`);
  }
}

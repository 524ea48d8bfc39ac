import { textToken } from './name-tokens.ts';

/**
 * What may stand where the parser gave up, for whoever has to mend it. The parser tells a position and no more, so this
 * reads the words and brackets before it once more.
 */
export interface Expected {
  /** `a value`, `an operator or ')'`. */
  readonly expected: string;
  /** Where it is missing; before the parser's position where that lies behind a closing bracket that comes too early. */
  readonly position: number;
}

export function expectedAt(text: string, position: number): Expected {
  const reading = new Reading();
  for (const match of text.slice(0, position).matchAll(textToken)) {
    if (reading.endsTooEarly(match[0])) return { expected: reading.expected(), position: match.index };
    reading.take(match[0]);
  }
  const quote = /^(?:"(?:[^"\\]|\\.)*|`[^`]*)$/s.exec(text.slice(position).trimStart())?.[0][0];
  return { expected: quote === undefined ? reading.expected() : `a closing '${quote}'`, position };
}

const closings: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What has to follow the operand behind a word. */
const following: ReadonlyMap<string, string> = new Map([
  ['if', 'then'],
  ['between', 'and'],
  ['instance', 'of'],
  ['for', 'in'],
  ['some', 'in'],
  ['every', 'in'],
]);

const wordsBeforeOperand = new Set(['and', 'or', 'in', 'of', 'return', 'satisfies', 'then', 'else', 'function']);

/** Something begun, and the bracket or word it still needs. */
interface Open {
  readonly start: string;
  readonly missing: string;
}

class Reading {
  readonly #open: Open[] = [];
  #previous = '';
  /** Whether an operand has just ended. */
  #isComplete = false;
  /** Whether the key of a context entry has begun and its colon is missing. */
  #isKey = false;

  /** Whether a bracket closes before what it encloses is over. */
  endsTooEarly(token: string): boolean {
    return /^[)\]}]$/.test(token) && !this.#isComplete && closings[this.#previous] !== token;
  }

  take(token: string): void {
    if (token.startsWith('//') || token.startsWith('/*')) return;
    if (token === '.' && this.#previous === '.') {
      this.#previous = '..';
      this.#isComplete = false;
      return;
    }
    const isKeyPlace = this.#open.at(-1)?.start === '{' && (this.#previous === '{' || this.#previous === ',');
    if (isKeyPlace && token !== '}') this.#isKey = true;
    else if (token === ':') this.#isKey = false;
    const isName = this.#previous === '.' || this.#isKey;
    this.#isComplete = isName || this.#takeToken(token);
    this.#previous = token;
  }

  /** @returns whether an operand ends with it */
  #takeToken(token: string): boolean {
    const top = this.#open.at(-1);
    if (/^[)\]}]$/.test(token)) {
      const index = this.#open.findLastIndex(({ missing }) => missing === token);
      const start = this.#open[index]?.start;
      this.#open.length = Math.max(0, index);
      return start !== 'parameters';
    }
    if (token === top?.missing) this.#goOn(top);
    else if (token === ',' && (top?.missing === 'return' || top?.missing === 'satisfies')) this.#wait(top, 'in');
    else if (token in closings) {
      const start = this.#previous === 'function' ? 'parameters' : this.#isComplete ? 'call' : token;
      this.#open.push({ start, missing: closings[token] as string });
    } else {
      const missing = following.get(token);
      if (missing === undefined) return /^["`\p{L}\p{N}_?$]/u.test(token) && !wordsBeforeOperand.has(token);
      this.#open.push({ start: token, missing });
    }
    return false;
  }

  #goOn(top: Open): void {
    if (top.missing === 'in') this.#wait(top, top.start === 'for' ? 'return' : 'satisfies');
    else if (top.missing === 'then') this.#wait(top, 'else');
    else this.#open.pop();
  }

  #wait({ start }: Open, missing: string): void {
    this.#open[this.#open.length - 1] = { start, missing };
  }

  expected(): string {
    const { start, missing } = this.#open.at(-1) ?? { start: '', missing: '' };
    if (missing === 'of') return "'of'";
    if (this.#isComplete) {
      if (this.#isKey) return "':'";
      if (missing === '') return 'an operator or the end';
      if (missing === 'in') return "'in'";
      return start === 'call' || /[\]}]/.test(missing)
        ? `an operator, ',' or '${missing}'`
        : `an operator or '${missing}'`;
    }
    if (this.#previous === '.' || missing === 'in') return 'a name';
    if (this.#previous === 'function') return "'('";
    if (this.#previous === 'of') return 'a type';
    if (missing === '}' && this.#previous === '{') return "a key or '}'";
    if (missing === '}' && this.#previous === ',') return 'a key';
    return missing !== '' && closings[this.#previous] === missing ? `a value or '${missing}'` : 'a value';
  }
}

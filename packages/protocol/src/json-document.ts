import { JSON_DEPTH_MAX } from './limits.ts';

/** Why a text is no JSON object, with the offset where reading stopped. */
export interface JsonProblem {
  readonly message: string;
  readonly offset: number;
}

export type JsonMembers =
  | { readonly ok: true; readonly members: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly problem: JsonProblem };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const MINUS = 0x2d;

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const EMPTY: ReadonlyMap<string, string> = new Map();

/**
 * Splits the text of a JSON object into its members without interpreting their values, so integers of any size and
 * the spelling of decimals survive. The whole text is checked; whitespace between tokens is dropped from the values.
 * The last of several members with one name wins. Empty text counts as `{}`.
 */
export function splitJsonObject(text: string): JsonMembers {
  if (text === '' || text === '{}') return { ok: true, members: EMPTY };
  const scanner = new JsonScanner(text);
  try {
    return { ok: true, members: scanner.object() };
  } catch (error) {
    if (error instanceof JsonSyntaxProblem)
      return { ok: false, problem: { message: error.message, offset: error.offset } };
    throw error;
  }
}

/** Builds the text of a JSON object from member texts. */
export function joinJsonObject(members: Iterable<readonly [string, string]>): string {
  let text = '';
  for (const [name, value] of members) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${value}`;
  return `{${text}}`;
}

class JsonSyntaxProblem extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

class JsonScanner {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  /** Whether whitespace was seen inside the current member's value. */
  #sawSpace = false;

  constructor(text: string) {
    this.#text = text;
  }

  object(): ReadonlyMap<string, string> {
    const members = new Map<string, string>();
    this.#space();
    if (this.#code() !== OPEN_BRACE) throw this.#problem('Expected a JSON object');
    this.#at++;
    this.#space();
    if (this.#code() === CLOSE_BRACE) {
      this.#at++;
    } else {
      for (;;) {
        this.#space();
        const name = this.#name();
        this.#space();
        this.#expect(COLON, "':'");
        this.#space();
        const start = this.#at;
        this.#sawSpace = false;
        this.#value();
        const raw = this.#text.slice(start, this.#at);
        members.set(name, this.#sawSpace ? minify(raw) : raw);
        this.#space();
        if (this.#code() === COMMA) {
          this.#at++;
          continue;
        }
        this.#expect(CLOSE_BRACE, "',' or '}'");
        break;
      }
    }
    this.#space();
    if (this.#at < this.#text.length) throw this.#problem('Expected the end of the text behind the object');
    return members;
  }

  #value(): void {
    const code = this.#code();
    if (code === QUOTE) {
      this.#string();
    } else if (code === OPEN_BRACE) {
      this.#nested(CLOSE_BRACE, true);
    } else if (code === OPEN_BRACKET) {
      this.#nested(CLOSE_BRACKET, false);
    } else if (code === MINUS || (code >= 0x30 && code <= 0x39)) {
      NUMBER.lastIndex = this.#at;
      if (!NUMBER.test(this.#text)) throw this.#problem('Expected a number');
      this.#at = NUMBER.lastIndex;
    } else if (!this.#word('true') && !this.#word('false') && !this.#word('null')) {
      throw this.#problem(Number.isNaN(code) ? 'Expected a value, but the text ends here' : 'Expected a value');
    }
  }

  #nested(close: number, isObject: boolean): void {
    if (++this.#depth > JSON_DEPTH_MAX) throw this.#problem(`Expected at most ${JSON_DEPTH_MAX} levels of nesting`);
    this.#at++;
    this.#innerSpace();
    if (this.#code() === close) {
      this.#at++;
      this.#depth--;
      return;
    }
    for (;;) {
      this.#innerSpace();
      if (isObject) {
        if (this.#code() !== QUOTE) throw this.#problem('Expected a member name');
        this.#string();
        this.#innerSpace();
        this.#expect(COLON, "':'");
        this.#innerSpace();
      }
      this.#value();
      this.#innerSpace();
      if (this.#code() === COMMA) {
        this.#at++;
        continue;
      }
      this.#expect(close, isObject ? "',' or '}'" : "',' or ']'");
      break;
    }
    this.#depth--;
  }

  #name(): string {
    if (this.#code() !== QUOTE) throw this.#problem('Expected a member name');
    const start = this.#at;
    const isPlain = this.#string();
    const name = isPlain
      ? this.#text.slice(start + 1, this.#at - 1)
      : (JSON.parse(this.#text.slice(start, this.#at)) as string);
    // Half a surrogate pair does not survive the log's UTF-8, and the replayed name would be another one.
    return name.toWellFormed();
  }

  /** Steps over a string. @returns whether it holds no escapes. */
  #string(): boolean {
    let isPlain = true;
    this.#at++;
    for (;;) {
      const code = this.#code();
      if (code === QUOTE) break;
      if (Number.isNaN(code)) throw this.#problem('Expected the end of a string, but the text ends here');
      if (code < 0x20) throw this.#problem('Expected control characters in a string to be escaped');
      if (code === BACKSLASH) {
        isPlain = false;
        this.#escape();
      } else {
        this.#at++;
      }
    }
    this.#at++;
    return isPlain;
  }

  #escape(): void {
    const next = this.#text[this.#at + 1];
    if (next === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(this.#text.slice(this.#at + 2, this.#at + 6)))
        throw this.#problem('Expected four hex digits behind \\u');
      this.#at += 6;
    } else if (next !== undefined && '"\\/bfnrt'.includes(next)) {
      this.#at += 2;
    } else {
      throw this.#problem('Expected a known escape behind the backslash');
    }
  }

  #word(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #code(): number {
    return this.#text.charCodeAt(this.#at);
  }

  #space(): void {
    while (isSpace(this.#code())) this.#at++;
  }

  #innerSpace(): void {
    if (!isSpace(this.#code())) return;
    this.#sawSpace = true;
    this.#space();
  }

  #expect(code: number, what: string): void {
    if (this.#code() !== code) throw this.#problem(`Expected ${what}`);
    this.#at++;
  }

  #problem(message: string): JsonSyntaxProblem {
    return new JsonSyntaxProblem(message, this.#at);
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Drops whitespace outside strings from a text already known to be JSON. */
function minify(json: string): string {
  let minified = '';
  let start = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) {
      isInString = true;
    } else if (isSpace(code)) {
      minified += json.slice(start, at);
      start = at + 1;
    }
  }
  return minified + json.slice(start);
}

import { BudgetExceeded, type Run } from '../evaluation.ts';
import { limits } from '../limits.ts';
import { toIsoString } from './iso-text.ts';
import { parseNumber, toDecimal } from './number.ts';
import {
  type FeelContext,
  type FeelList,
  type FeelNumber,
  type FeelValue,
  isContext,
  isFunction,
  isList,
  isNumber,
  isRange,
} from './value.ts';

/**
 * JSON text of a value as variables store it: temporal values as ISO text, ranges and functions as null, whole numbers
 * with all their digits, other numbers as doubles.
 * @throws {BudgetExceeded} for values nested deeper than `limits.valueDepthMax`; evaluation results never are.
 */
export function toJsonText(value: FeelValue, run?: Run, leaf: LeafText = variableLeaf, depth = 0): string {
  run?.charge(1);
  if (value === null) return 'null';
  if (typeof value === 'string') {
    run?.charge(value.length >>> 4);
    return JSON.stringify(value);
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (depth > limits.valueDepthMax) {
    throw new BudgetExceeded(`Expected values nested at most ${limits.valueDepthMax} deep, but this is nested deeper`);
  }
  if (isList(value)) return `[${value.map((item) => toJsonText(item, run, leaf, depth + 1)).join(',')}]`;
  if (isContext(value)) {
    const entries: string[] = [];
    for (const [key, entry] of value) entries.push(`${JSON.stringify(key)}:${toJsonText(entry, run, leaf, depth + 1)}`);
    return `{${entries.join(',')}}`;
  }
  return leaf(value, run);
}

/** The JSON text of a number, a temporal value, a range or a function. */
export type LeafText = (value: FeelLeaf, run: Run | undefined) => string;
type FeelLeaf = Exclude<FeelValue, null | string | boolean | FeelList | FeelContext>;

function variableLeaf(value: FeelLeaf, run: Run | undefined): string {
  if (isNumber(value)) return numberToJson(value, run);
  return isRange(value) || isFunction(value) ? 'null' : JSON.stringify(toIsoString(value));
}

function numberToJson(value: FeelNumber, run: Run | undefined): string {
  if (Number.isSafeInteger(value)) return String(value);
  const decimal = toDecimal(value);
  run?.charge(8 + (Math.max(0, decimal.e) >>> 2));
  return decimal.isInteger() ? decimal.toFixed() : String(decimal.toNumber());
}

/**
 * The value of a JSON text. Written by hand because JSON.parse rounds integers beyond 2^53 and reorders keys that look
 * like numbers; both would show in `string()` and in stored variables.
 * @throws {SyntaxError} if the text is not JSON, or nested deeper than `limits.valueDepthMax`.
 */
export function fromJsonText(json: string): FeelValue {
  const reader = new JsonReader(json);
  const value = reader.value(0);
  reader.end();
  return value;
}

const quote = 0x22;
const backslash = 0x5c;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class JsonReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): FeelValue {
    switch (this.#peek()) {
      case '{':
        return this.#object(depth + 1);
      case '[':
        return this.#array(depth + 1);
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  end(): void {
    if (this.#peek() !== '') throw this.#unexpected();
  }

  /** The next character that is not white space, '' at the end. */
  #peek(): string {
    for (;;) {
      const code = this.#text.charCodeAt(this.#position);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return this.#text.charAt(this.#position);
      this.#position++;
    }
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#position++;
    return true;
  }

  #object(depth: number): FeelValue {
    const entries = new Map<string, FeelValue>();
    this.#enter(depth);
    if (this.#take('}')) return entries;
    do {
      if (this.#peek() !== '"') throw this.#unexpected();
      const key = this.#string();
      if (!this.#take(':')) throw this.#unexpected();
      entries.set(key, this.value(depth));
    } while (this.#take(','));
    if (!this.#take('}')) throw this.#unexpected();
    return entries;
  }

  #array(depth: number): FeelValue {
    const items: FeelValue[] = [];
    this.#enter(depth);
    if (this.#take(']')) return items;
    do items.push(this.value(depth));
    while (this.#take(','));
    if (!this.#take(']')) throw this.#unexpected();
    return items;
  }

  #enter(depth: number): void {
    if (depth > limits.valueDepthMax)
      throw new SyntaxError(`Expected JSON nested at most ${limits.valueDepthMax} deep`);
    this.#position++;
  }

  #string(): string {
    const start = this.#position;
    let isPlain = true;
    for (let position = start + 1; ; position++) {
      const code = this.#text.charCodeAt(position);
      if (code === quote) {
        this.#position = position + 1;
        // Escapes and control characters are JSON.parse's business; it also rejects the wrong ones.
        return isPlain
          ? this.#text.slice(start + 1, position)
          : (JSON.parse(this.#text.slice(start, position + 1)) as string);
      }
      if (code === backslash) {
        isPlain = false;
        position++;
      } else if (code < 0x20) isPlain = false;
      else if (Number.isNaN(code)) {
        this.#position = this.#text.length;
        throw this.#unexpected();
      }
    }
  }

  #word<Value extends FeelValue>(word: string, value: Value): Value {
    if (!this.#text.startsWith(word, this.#position)) throw this.#unexpected();
    this.#position += word.length;
    return value;
  }

  #number(): FeelValue {
    numberPattern.lastIndex = this.#position;
    const text = numberPattern.exec(this.#text)?.[0];
    const number = text === undefined ? undefined : parseNumber(text);
    if (text === undefined || number === undefined) throw this.#unexpected();
    this.#position += text.length;
    return number;
  }

  #unexpected(): SyntaxError {
    const found = this.#text.slice(this.#position, this.#position + 20);
    return new SyntaxError(
      found === ''
        ? 'Expected a complete JSON text, but it ends early'
        : `Expected JSON, but found '${found}' at position ${this.#position}`,
    );
  }
}

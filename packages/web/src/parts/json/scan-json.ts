/** Why a text is not JSON, and where. */
export interface JsonProblem {
  readonly kind: keyof typeof problemKinds;
  /** What stands there; empty at the end of the text. */
  readonly found: string;
  /** Counted in UTF-16 units from 0. */
  readonly offset: number;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

const problemKinds = {
  value: true,
  propertyName: true,
  colon: true,
  commaOrBrace: true,
  commaOrBracket: true,
  end: true,
  string: true,
  escape: true,
  controlCharacter: true,
  number: true,
} as const;

export type JsonTokenKind = '{' | '}' | '[' | ']' | ':' | ',' | 'name' | 'value';

const LITERALS = ['true', 'false', 'null'] as const;
const FOUND_LENGTH_MAX = 20;

/**
 * Reads a text token by token. Unlike `JSON.parse` it says where a mistake is, whatever the engine, and it does not
 * change a value: numbers keep all their digits.
 * @param onToken gets every token up to the first mistake.
 * @returns the first mistake, or `undefined`.
 */
export function scanJson(
  text: string,
  onToken?: (kind: JsonTokenKind, start: number, end: number) => void,
): JsonProblem | undefined {
  const open: ('{' | '[')[] = [];
  let expected: 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'commaOrEnd' = 'value';
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const start = at;
    const character = text[at]!;
    const container = open.at(-1);
    if (expected === 'commaOrEnd') {
      if (container === undefined) return problem(text, 'end', at);
      if (character === ',') {
        expected = container === '{' ? 'name' : 'value';
      } else if (character === (container === '{' ? '}' : ']')) {
        open.pop();
      } else {
        return problem(text, container === '{' ? 'commaOrBrace' : 'commaOrBracket', at);
      }
      onToken?.(character, at, at + 1);
      at += 1;
    } else if (expected === 'colon') {
      if (character !== ':') return problem(text, 'colon', at);
      onToken?.(':', at, at + 1);
      at += 1;
      expected = 'value';
    } else if ((expected === 'nameOrEnd' && character === '}') || (expected === 'valueOrEnd' && character === ']')) {
      onToken?.(character, at, at + 1);
      open.pop();
      at += 1;
      expected = 'commaOrEnd';
    } else if (expected === 'name' || expected === 'nameOrEnd') {
      if (character !== '"') return problem(text, 'propertyName', at);
      const end = stringEnd(text, at);
      if (typeof end !== 'number') return end;
      onToken?.('name', start, end);
      at = end;
      expected = 'colon';
    } else if (character === '{' || character === '[') {
      onToken?.(character, at, at + 1);
      open.push(character);
      at += 1;
      expected = character === '{' ? 'nameOrEnd' : 'valueOrEnd';
    } else {
      const end = character === '"' ? stringEnd(text, at) : (literalEnd(text, at) ?? numberEnd(text, at));
      if (typeof end !== 'number') return end;
      onToken?.('value', start, end);
      at = end;
      expected = 'commaOrEnd';
    }
    at = skipSpace(text, at);
  }
  if (expected === 'commaOrEnd' && open.length === 0) return undefined;
  const missing = {
    value: 'value',
    valueOrEnd: 'value',
    name: 'propertyName',
    nameOrEnd: 'propertyName',
    colon: 'colon',
    commaOrEnd: open.at(-1) === '{' ? 'commaOrBrace' : 'commaOrBracket',
  } as const;
  return problem(text, missing[expected], at);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}

function stringEnd(text: string, start: number): number | JsonProblem {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return problem(text, code === 0x0a || code === 0x0d ? 'string' : 'controlCharacter', at);
    if (code === 0x5c) {
      const escaped = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
      escaped.lastIndex = at + 1;
      if (!escaped.test(text)) return problem(text, 'escape', at);
      at = escaped.lastIndex - 1;
    }
  }
  return problem(text, 'string', text.length);
}

function literalEnd(text: string, start: number): number | undefined {
  const literal = LITERALS.find((word) => text.startsWith(word, start));
  if (literal === undefined) return undefined;
  const end = start + literal.length;
  return /\w/.test(text[end] ?? '') ? undefined : end;
}

function numberEnd(text: string, start: number): number | JsonProblem {
  const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  number.lastIndex = start;
  const looksLikeNumber = /[-+.\d]/.test(text[start] ?? '');
  if (!number.test(text)) return problem(text, looksLikeNumber ? 'number' : 'value', start);
  return /[\w.+-]/.test(text[number.lastIndex] ?? '') ? problem(text, 'number', start) : number.lastIndex;
}

function problem(text: string, kind: JsonProblem['kind'], offset: number): JsonProblem {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = (before.match(/\n/g)?.length ?? 0) + 1;
  const found = /^[\w.+-]+|^./su.exec(text.slice(offset, offset + FOUND_LENGTH_MAX))?.[0] ?? '';
  return { kind, found, offset, line, column: offset - lineStart + 1 };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/**
 * Splits the text of a JSON list into the texts of its items without interpreting them: several times faster than reading
 * and writing them, and the digits stay as they are. `undefined` for any other value.
 * @param text valid JSON without whitespace between tokens, as variables are kept.
 */
export function splitJsonArray(text: string): readonly string[] | undefined {
  if (text.charCodeAt(0) !== OPEN_BRACKET) return undefined;
  if (text === '[]') return [];
  const items: string[] = [];
  const end = text.length - 1;
  let start = 1;
  let depth = 0;
  for (let at = 1; at < end; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        depth++;
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        depth--;
        break;
      case COMMA:
        if (depth > 0) break;
        items.push(text.slice(start, at));
        start = at + 1;
    }
  }
  items.push(text.slice(start, end));
  return items;
}

/** Where the string ends that begins at a quote. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== QUOTE; code = text.charCodeAt(at)) {
    if (Number.isNaN(code)) throw new Error('Expected JSON, but a string in it does not end');
    at += code === BACKSLASH ? 2 : 1;
  }
  return at;
}

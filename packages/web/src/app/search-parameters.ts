import { stringifySearchWith } from '@tanstack/react-router';

/** Keys have this many digits at least; no number of an address has. */
const KEY = /^\d{16,}$/;

/** JSON, except that keys stay texts: as numbers the long ones would become others. */
function parseParameter(text: string): unknown {
  if (KEY.test(text)) throw new SyntaxError(`Expected JSON, but got the key ${text}`);
  return JSON.parse(text);
}

/** What is no JSON is a text. */
function parseSearch(search: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, text] of new URLSearchParams(search)) {
    try {
      values[name] = parseParameter(text);
    } catch {
      values[name] = text;
    }
  }
  return values;
}

/** How the addresses of pages are read and written: `?key=2251799813685251&version=2`. */
export const searchParameters = { parseSearch, stringifySearch: stringifySearchWith(JSON.stringify, parseParameter) };

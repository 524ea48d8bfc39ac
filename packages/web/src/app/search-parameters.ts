import { parseSearchWith, stringifySearchWith } from '@tanstack/react-router';

/** Keys have this many digits at least; no number of an address has. */
const KEY_DIGITS_MIN = 16;

/** JSON, except that keys stay texts: as numbers the long ones would become others. */
function parseParameter(text: string): unknown {
  if (new RegExp(`^\\d{${KEY_DIGITS_MIN},}$`).test(text))
    throw new SyntaxError(`Expected JSON, but got the key ${text}`);
  return JSON.parse(text);
}

/** How the addresses of pages are read and written: `?key=2251799813685251&version=2`. */
export const searchParameters = {
  parseSearch: parseSearchWith(parseParameter),
  stringifySearch: stringifySearchWith(JSON.stringify, parseParameter),
};

/** How search parameters stand in the URL: keys as they are, never as numbers, which would lose their last digits. */
import { stringifySearchWith } from '@tanstack/react-router';

/** Longer ones are no exact numbers in JavaScript. */
const EXACT_DIGITS_MAX = 15;

/** @param text `?process=order&version=2&key=2251799813685281`; with or without the question mark. */
export function parseUrlSearch(text: string): Record<string, unknown> {
  const search: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    try {
      search[name] = parseValue(value);
    } catch {
      // What is no JSON is a text: so people and other programs write it.
      search[name] = value;
    }
  }
  return search;
}

/** The way back: texts that would be read as something else are quoted. */
export const stringifyUrlSearch = stringifySearchWith(JSON.stringify, parseValue);

/** @throws it is to stay a text. */
function parseValue(text: string): unknown {
  if (/^\d+$/.test(text) && text.length > EXACT_DIGITS_MAX) throw new RangeError(text);
  return JSON.parse(text);
}

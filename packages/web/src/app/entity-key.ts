/** Keys, which the engine assigns, in addresses and in what people type. */

const KEY = /^\d{1,19}$/;

/** Nothing has it. */
export const NO_KEY = '-1';

export function isKey(text: string): boolean {
  return KEY.test(text);
}

/** @param value of an address, where short keys are read as numbers. */
export function keyIn(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  return isKey(text) ? text : undefined;
}

/** Each once, with anything between them. */
export function keysIn(text: string): readonly string[] {
  return [...new Set(text.match(/\d{1,19}/g) ?? [])];
}

/** For a filter: half a key finds nothing, and is no mistake while it is typed. */
export function keyOrNone(text: string | undefined): string | undefined {
  return text === undefined || isKey(text) ? text : NO_KEY;
}

/**
 * Takes apart JSON texts that were checked before, so that free JSON deep inside a body (the variables of an
 * instruction) reaches the engine as the client wrote it, digit by digit.
 */
import assert from 'node:assert';
import { splitJsonObject } from '@waggle/protocol';

const NONE: ReadonlyMap<string, string> = new Map();

/** The texts of an object's members. @param text absent, empty and `null` stand for no member. */
export function jsonMembers(text: string | undefined): ReadonlyMap<string, string> {
  if (text === undefined || text === '' || text === 'null') return NONE;
  const split = splitJsonObject(text);
  assert(split.ok, 'Expected the text of an object, but it is none: it was to be checked before');
  return split.members;
}

/** The texts of an array's items. @param text absent, empty and `null` stand for no item. */
export function jsonItems(text: string | undefined): readonly string[] {
  if (text === undefined || text === '' || text === 'null') return [];
  assert(text.startsWith('[') && text.endsWith(']'), 'Expected the text of an array, but it is none');
  const items: string[] = [];
  let start = 1;
  let depth = 0;
  let isInString = false;
  for (let at = 1; at < text.length - 1; at++) {
    const character = text[at]!;
    if (isInString) {
      if (character === '\\') at++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    else if (character === ',' && depth === 0) {
      items.push(text.slice(start, at));
      start = at + 1;
    }
  }
  const last = text.slice(start, -1);
  if (last !== '') items.push(last);
  return items;
}

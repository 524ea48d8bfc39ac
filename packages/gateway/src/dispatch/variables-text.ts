import assert from 'node:assert';
import { splitJsonObject } from '@waggle/protocol';
import { argumentError } from './command-failure.ts';

declare const isChecked: unique symbol;

/** The text of a JSON object, checked where it came in and nowhere behind. */
export type VariablesText = string & { readonly [isChecked]: true };

export const NO_VARIABLES = '{}' as VariablesText;

/**
 * Checks that a client's text is a JSON object and returns it unread; blank text and `null` stand for `{}`.
 * @throws {CommandFailedError} kind `argument`: other JSON, named by its type; no JSON, with the offset of the first
 *   wrong character.
 */
export function checkVariables(text: string): VariablesText {
  if (text === '' || text === '{}') return NO_VARIABLES;
  const result = splitJsonObject(text);
  if (result.ok) return text as VariablesText;
  const type = otherType(text.trim());
  if (type === 'NIL') return NO_VARIABLES;
  if (type !== undefined) {
    throw argumentError(
      `Property 'variables' is invalid: Expected document to be a root level object, but was '${type}'`,
    );
  }
  throw argumentError(`Invalid JSON value: ${result.problem.message} at offset ${result.problem.offset}`);
}

/**
 * For text that a reader cut out of a larger JSON document as an object: variables may have megabytes, and reading
 * them twice would hold up other requests. Empty stands for `{}`.
 */
export function trustVariables(text: string): VariablesText {
  if (text === '') return NO_VARIABLES;
  assert(text.startsWith('{'), `Expected the text of an object, but it begins with '${text.slice(0, 1)}'`);
  return text as VariablesText;
}

type OtherType = 'NIL' | 'BOOLEAN' | 'INTEGER' | 'FLOAT' | 'STRING' | 'ARRAY';

/** What JSON text without an object holds, as the original names it; `undefined` when it is no JSON. */
function otherType(text: string): OtherType | undefined {
  if (text === '') return 'NIL';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The caller tells where the text breaks.
    return undefined;
  }
  if (value === null) return 'NIL';
  if (Array.isArray(value)) return 'ARRAY';
  switch (typeof value) {
    case 'boolean':
      return 'BOOLEAN';
    case 'string':
      return 'STRING';
    case 'number':
      return /[.eE]/.test(text) ? 'FLOAT' : 'INTEGER';
    default:
      // An object that was refused all the same: nested too deep.
      return undefined;
  }
}

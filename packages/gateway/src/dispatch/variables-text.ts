import { splitJsonObject } from '@waggle/protocol';
import { argumentError } from './command-failure.ts';

/**
 * Checks that a client's text is a JSON object and returns it unread; empty text stands for `{}`.
 * @param field name of the request's field, for the message.
 * @throws {CommandFailedError} kind `argument`, with the offset of the first wrong character.
 */
export function checkVariables(text: string, field = 'variables'): string {
  if (text === '' || text === '{}') return '{}';
  const result = splitJsonObject(text);
  if (!result.ok) {
    const { message, offset } = result.problem;
    throw argumentError(
      `Expected '${field}' to be the text of a JSON object, but it is not: ${message} at offset ${offset}`,
    );
  }
  return text;
}

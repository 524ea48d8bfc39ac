import { type Key, NO_KEY, parseKey } from '@waggle/protocol';
import { invalidArgument } from './errors.ts';
import { invalidKey } from './violation.ts';

/**
 * The key in a body's member whose schema wants the digits of one.
 * @param path of the member, told in the answer.
 * @returns NO_KEY when it is absent or null.
 * @throws {RestProblem} the digits make no 64-bit key.
 */
export function keyMember(path: string, text: string | null | undefined): Key {
  if (text === undefined || text === null) return NO_KEY;
  const key = parseKey(text);
  if (key === undefined) throw invalidArgument([invalidKey(path, text)]);
  return key;
}

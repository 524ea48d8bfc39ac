import { RejectionType } from '@waggle/protocol';
import { Rejection } from '../rejection.ts';

/** Why a text that a person must give is refused: there is nothing to see in it, or too much. Characters are code points. */
export function textProblem(name: string, text: string, lengthMax: number): Rejection | undefined {
  if (text.trim() === '') return refused(`Expected '${name}' to have a visible character, but it is blank`);
  // A character has one or two units.
  if (text.length <= lengthMax) return undefined;
  // Beyond that nobody needs to count.
  const length = text.length > 2 * lengthMax ? text.length : [...text].length;
  if (length <= lengthMax) return undefined;
  return refused(`Expected '${name}' to have at most ${lengthMax} characters, but it has ${length}`);
}

function refused(reason: string): Rejection {
  return new Rejection(RejectionType.INVALID_ARGUMENT, reason);
}

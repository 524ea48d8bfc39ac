import { RejectionType, splitJsonObject } from '@waggle/protocol';
import { Rejection } from '../../rejection.ts';

/** A client's variables by name, or why they are no JSON object. */
export function parseVariables(json: string): ReadonlyMap<string, string> | Rejection {
  const split = splitJsonObject(json);
  if (split.ok) return split.members;
  const { message, offset } = split.problem;
  return new Rejection(
    RejectionType.INVALID_ARGUMENT,
    `Expected variables to be a JSON object, but it is not: ${message} at offset ${offset}`,
  );
}

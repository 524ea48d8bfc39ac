import { type Key, NO_KEY, parseKey } from '@waggle/protocol';
import { argumentError } from '../dispatch/command-failure.ts';

/** The key in an int64 field. */
export function keyField(text: string): Key {
  const key = parseKey(text);
  if (key === undefined) throw argumentError(`Expected a key of 64 bits, but got '${text}'`);
  return key;
}

/** A key in an int64 field where 0, the value of an absent field, and negative numbers mean none. */
export function optionalKeyField(text: string): Key {
  const key = keyField(text);
  return key > 0n ? key : NO_KEY;
}

/** A 64-bit integer in the two halves the encoder works with. */
export interface Int64Halves {
  readonly low: number;
  readonly high: number;
  readonly unsigned: boolean;
}

/** A key for an int64 field of a message sent often: decimal text would cost the encoder three times as much. */
export function keyHalves(key: Key): Int64Halves {
  return { low: Number(BigInt.asIntN(32, key)), high: Number(key >> 32n), unsigned: false };
}

/** The client's mark, an `optional uint64`: the log keeps it as a signed one, so the upper half is refused. */
export function operationReferenceField(text: string | undefined): Key | undefined {
  if (text === undefined) return undefined;
  const reference = parseKey(text);
  if (reference === undefined) {
    throw argumentError(`Expected the operation reference to be at most 2^63 - 1, but got '${text}'`);
  }
  return reference;
}

/** A duration in an int64 field; beyond 2^53 it is rounded, which nobody waits long enough to see. */
export function millisecondsField(text: string): number {
  return Number(text);
}

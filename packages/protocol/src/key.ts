declare const keyBrand: unique symbol;

/**
 * A 64-bit key the engine assigned: `partitionId × 2^51 + counter`, counters starting at 1.
 * A bigint, because keys leave the safe integers from partition 4 on; strings in REST, int64 in gRPC.
 */
export type Key = bigint & { readonly [keyBrand]: true };

/** Stands for "no key" in records. */
export const NO_KEY = -1n as Key;

const COUNTER_BITS = 51n;
const COUNTER_MASK = (1n << COUNTER_BITS) - 1n;
const KEY_TEXT = /^-?[0-9]{1,19}$/;
const INT64_MAX = (1n << 63n) - 1n;

/** Highest partition id: of the 13 bits above the counter one is the sign, and negative keys would stand for no key. */
export const PARTITION_ID_MAX = 4095;

export function keyOf(partitionId: number, counter: bigint): Key {
  return ((BigInt(partitionId) << COUNTER_BITS) + counter) as Key;
}

/** The partition that assigned a key; 0 for keys no partition assigned. */
export function partitionIdOf(key: Key): number {
  return key < 0n ? 0 : Number(key >> COUNTER_BITS);
}

/** The counter part of a key, starting at 1. */
export function counterOf(key: Key): bigint {
  return key & COUNTER_MASK;
}

/** Reads the decimal text of a key; `undefined` when the text is no signed 64-bit integer. */
export function parseKey(text: string): Key | undefined {
  if (!KEY_TEXT.test(text)) return undefined;
  const value = BigInt(text);
  return value > INT64_MAX || value < -INT64_MAX - 1n ? undefined : (value as Key);
}

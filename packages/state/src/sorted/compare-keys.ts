import type { StateKey } from '@waggle/engine';

/** The one order of keys: numbers by value, texts by code unit. Keys of one table are of one kind. */
export function compareKeys<Key extends StateKey | number>(left: Key, right: Key): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Order of keys made of several parts, compared part by part. */
export function compareKeyPaths(left: readonly StateKey[], right: readonly StateKey[]): number {
  for (let part = 0; part < left.length && part < right.length; part++) {
    const order = compareKeys(left[part] as StateKey, right[part] as StateKey);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

import type { CellValue } from '@waggle/secondary-storage';

/** What a transaction that is no export can do. Parameters are `?` in both databases' texts. */
export interface StoreTransaction {
  /** @returns how many rows it changed. */
  run(sql: string, parameters: readonly CellValue[]): Promise<number>;
  /** @returns the first column of each row, which must be whole numbers. */
  keys(sql: string, parameters: readonly CellValue[]): Promise<readonly bigint[]>;
}

/** Lengths of lists of keys: few, so that statements can be kept prepared. */
const LENGTHS = [1, 8, 32, 128, 256, 1_000] as const;

/** Most keys of one statement. */
export const KEYS_MAX = 1_000;

/**
 * Puts keys in the place of each `IN (?)`.
 * @param others the parameters behind.
 */
export function withKeys(
  sql: string,
  keys: readonly bigint[],
  ...others: readonly CellValue[]
): readonly [string, readonly CellValue[]] {
  const length = LENGTHS.find((each) => each >= keys.length);
  if (length === undefined || keys.length === 0) {
    throw new Error(`Expected 1 to ${KEYS_MAX} keys, but got ${keys.length}`);
  }
  const padded = [...keys, ...new Array<bigint>(length - keys.length).fill(keys.at(-1)!)];
  const places = sql.split('IN (?)');
  const list = `IN (${padded.map(() => '?').join()})`;
  return [places.join(list), [...places.slice(1).flatMap(() => padded), ...others]];
}

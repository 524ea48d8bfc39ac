import { StateUsageError } from './errors.ts';

/** `undefined` stands for "no row" everywhere in a store, so a row that is `undefined` would vanish. */
export function assertRow(table: string, row: unknown): void {
  if (row === undefined)
    throw new StateUsageError(`Expected a row for table "${table}", but got undefined. Delete the row, or put null`);
}

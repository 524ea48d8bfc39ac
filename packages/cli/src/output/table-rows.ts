/** Rows of a result, as they come. */
export interface TableRows {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>;
}

/** A connection for people who look into the database with SQL: it can change nothing. */
export interface ReadOnlyDatabase {
  /**
   * Runs one statement.
   * @throws {SecondaryStorageError} FAILED: the database does not understand it, or it would change something.
   */
  query(sql: string): Promise<ReadOnlyResult>;
  close(): Promise<void>;
}

export interface ReadOnlyResult {
  readonly columns: readonly string[];
  /** In the order of the columns; read as they are taken. Whole numbers beyond the exact ones are bigints. */
  readonly rows: AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>;
}

/** When rows of a table go; `tables` and the retention hold the two ends. */
export type Removal =
  /** With their row of another table, whose primary key is in this column of both. */
  | {
      readonly with: string;
      readonly column: string;
      /** Condition of the rows that do, where an index of these alone finds them. */
      readonly where?: string;
    }
  /** When the time in this column has come; null = not yet, or never. */
  | { readonly at: string }
  /** When the time in this column is longer ago than such metrics are kept. */
  | { readonly olderThan: 'usageMetrics' | 'jobMetrics'; readonly column: string };

/** They stay, or whatever wrote them takes them back. */
export const NEVER: readonly Removal[] = [];

/** What monitoring wants to know of an exporter or a feed. */
export interface ExportProgress {
  readonly id: string;
  /** Everything up to here is acknowledged or was skipped. */
  readonly position: number;
  readonly lagRecords: number;
  readonly failures: number;
  /** Whether nothing that came before a pause is on its way any more; `true` while not paused. */
  readonly isSettled: boolean;
}

/** How long what has ended is kept, in milliseconds; Infinity = for ever. */
export interface RetentionSettings {
  /** Process instances with all that belongs to them, unless their definition says otherwise; from the end of their root. */
  readonly historyMs: number;
  /** Evaluations of decisions that no process asked for. */
  readonly decisionInstanceMs: number;
  readonly batchOperationMs: number;
  readonly auditLogMs: number;
  readonly jobMetricsMs: number;
  readonly usageMetricsMs: number;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Camunda's defaults where it has one. */
export const DEFAULT_RETENTION: RetentionSettings = {
  historyMs: 30 * DAY_MS,
  decisionInstanceMs: 30 * DAY_MS,
  batchOperationMs: 5 * DAY_MS,
  auditLogMs: 30 * DAY_MS,
  jobMetricsMs: 30 * DAY_MS,
  usageMetricsMs: 730 * DAY_MS,
};

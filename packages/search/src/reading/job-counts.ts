import { JOB_METRIC_INTERVAL_MS } from '@waggle/secondary-storage';
import { type RawBuilder, sql } from 'kysely';
import { bound, type Condition } from './field-conditions.ts';

/** RFC 3339. */
export interface JobTimes {
  readonly from: string;
  readonly to: string;
}

const ALWAYS: JobTimes = { from: '1970-01-01T00:00:00Z', to: '9999-12-31T00:00:00Z' };

/** The minutes from the one `from` lies in to the one before `to`. */
export function jobMetricsWithin({ from = ALWAYS.from, to = ALWAYS.to }: Partial<JobTimes>): Condition {
  const start = millisecondsOf(from);
  return sql`job_metric.start_time >= ${start - (start % JOB_METRIC_INTERVAL_MS)} AND job_metric.start_time < ${millisecondsOf(to)}`;
}

export function millisecondsOf(time: string): number {
  return Number(bound({ type: 'dateTime' }, time));
}

/** The columns `created`, `completed` and `failed` as count fields have them. */
export const jobCounts: RawBuilder<unknown> = sql.join(
  (['created', 'completed', 'failed'] as const).map((what) => {
    const count = sql.ref(`job_metric.${what}_count`);
    const last = sql.ref(`job_metric.last_${what}_at`);
    return sql`COALESCE(CAST(sum(${count}) AS TEXT), '0') || ' ' || COALESCE(CAST(max(${last}) AS TEXT), '0') AS ${sql.ref(what)}`;
  }),
);

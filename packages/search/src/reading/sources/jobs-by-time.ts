import { durationMs, JOB_METRIC_INTERVAL_MS } from '@waggle/secondary-storage';
import { sql } from 'kysely';
import { SearchError } from '../../errors.ts';
import { type JobTimes, jobCounts, jobMetricsWithin, millisecondsOf } from '../job-counts.ts';
import type { Source } from '../sources.ts';

interface Parameters extends JobTimes {
  readonly jobType: string;
  /** ISO 8601; absent = so that the time has some dozens of steps. */
  readonly resolution?: string | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const RESOLUTIONS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY] as const;
const STEPS_MAX = 100;

/** Steps in which nothing happened are left out. */
export const jobsByTime: Source<Parameters> = ({ jobType, resolution, ...times }) => {
  const step = resolution == null ? defaultStep(times) : stepOf(resolution);
  // A number in the text: PostgreSQL takes two parameters for two expressions, and so the grouping for another one.
  const start = sql`job_metric.start_time - (job_metric.start_time % ${sql.lit(step)})`;
  return sql`
    SELECT ${start} AS time, ${jobCounts}
    FROM job_metric WHERE ${jobMetricsWithin(times)} AND job_type = ${jobType}
    GROUP BY ${start}`;
};

function defaultStep({ from, to }: JobTimes): number {
  const step = (millisecondsOf(to) - millisecondsOf(from)) / STEPS_MAX;
  return RESOLUTIONS.find((each) => each >= step) ?? DAY;
}

function stepOf(resolution: string): number {
  const step = durationMs(resolution);
  if (step === undefined || step < JOB_METRIC_INTERVAL_MS) {
    throw new SearchError(
      'INVALID_REQUEST',
      `The value for filter.resolution is '${resolution.slice(0, 100)}' but must be an ISO 8601 duration of a minute or more, such as PT1M or PT1H`,
    );
  }
  return step - (step % JOB_METRIC_INTERVAL_MS);
}

import { sql } from 'kysely';
import { type JobTimes, jobCounts, jobMetricsWithin } from '../job-counts.ts';
import type { Source } from '../sources.ts';

export const jobsByWorker: Source<JobTimes & { readonly jobType: string }> = ({ jobType, ...times }) => sql`
  SELECT worker, ${jobCounts}
  FROM job_metric WHERE ${jobMetricsWithin(times)} AND job_type = ${jobType} AND worker <> ''
  GROUP BY worker`;

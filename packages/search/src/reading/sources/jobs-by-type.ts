import { sql } from 'kysely';
import { allOf, fieldConditions } from '../field-conditions.ts';
import { type JobTimes, jobCounts, jobMetricsWithin } from '../job-counts.ts';
import type { Source } from '../sources.ts';

/** @param jobType a condition. */
export const jobsByType: Source<Partial<JobTimes> & { readonly jobType?: unknown }> = (
  { jobType, ...times },
  compiler,
) => {
  const type =
    jobType == null ? [] : fieldConditions(sql.ref('job_metric.job_type'), { type: 'text' }, jobType, compiler);
  return sql`
    SELECT job_type, ${jobCounts}, count(DISTINCT CASE WHEN worker <> '' THEN worker END) AS worker_count
    FROM job_metric WHERE ${allOf([jobMetricsWithin(times), ...type])}
    GROUP BY job_type`;
};

import { sql } from 'kysely';
import { type JobTimes, jobCounts, jobMetricsWithin } from '../reading/job-counts.ts';
import { countJson } from '../reading/result-json.ts';
import type { SpecialQuery } from '../reading/special-queries.ts';

/** What happened to jobs in a time. Nothing is left out, however many types and workers there are. */
export const globalJobStatistics: SpecialQuery<JobTimes & { readonly jobType?: string }> = async (
  { jobType, ...times },
  { all },
) => {
  const [row] = await all(sql`
    SELECT ${jobCounts} FROM job_metric
    WHERE ${jobMetricsWithin(times)} ${jobType === undefined ? sql`` : sql`AND job_type = ${jobType}`}`);
  const [created, completed, failed] = (row ?? []).map(countJson);
  return `{"created":${created},"completed":${completed},"failed":${failed},"isIncomplete":false}`;
};

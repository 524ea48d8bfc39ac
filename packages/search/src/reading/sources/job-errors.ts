import { sql } from 'kysely';
import { allOf, type Condition, fieldConditions } from '../field-conditions.ts';
import { type JobTimes, millisecondsOf } from '../job-counts.ts';
import type { Source } from '../sources.ts';

interface Parameters extends JobTimes {
  readonly jobType: string;
  /** Conditions. */
  readonly errorCode?: unknown;
  readonly errorMessage?: unknown;
}

/** Errors that jobs of a type had when something happened to them last. */
export const jobErrors: Source<Parameters> = ({ jobType, from, to, errorCode, errorMessage }, compiler) => {
  const conditions: Condition[] = [
    sql`type = ${jobType}`,
    sql`(error_message IS NOT NULL OR error_code IS NOT NULL)`,
    sql`last_update_time >= ${millisecondsOf(from)}`,
    sql`last_update_time < ${millisecondsOf(to)}`,
  ];
  const field = { type: 'text' } as const;
  if (errorCode != null) {
    conditions.push(...fieldConditions(sql`COALESCE(error_code, '')`, field, errorCode, compiler));
  }
  if (errorMessage != null) {
    conditions.push(...fieldConditions(sql`COALESCE(error_message, '')`, field, errorMessage, compiler));
  }
  // The length tells apart what reads alike: either text may have spaces.
  return sql`
    SELECT errors.error_code || ' ' || errors.error_message || ' ' || CAST(length(errors.error_code) AS TEXT) AS statistics_key,
      errors.error_code, errors.error_message, errors.worker_count
    FROM (
      SELECT COALESCE(error_code, '') AS error_code, COALESCE(error_message, '') AS error_message,
        count(DISTINCT CASE WHEN worker <> '' THEN worker END) AS worker_count
      FROM job WHERE ${allOf(conditions)}
      GROUP BY COALESCE(error_code, ''), COALESCE(error_message, '')
    ) AS errors`;
};

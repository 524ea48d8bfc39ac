import { sql } from 'kysely';
import type { Predicate } from '../predicates.ts';

/** The process instance has a failed job that is tried again, or one that is not. */
export const hasRetriesLeft: Predicate = (value) => [
  sql`process_instance.process_instance_key IN
    (SELECT job.process_instance_key FROM job WHERE job.state = 'FAILED' AND job.retries ${value === true ? sql`> 0` : sql`<= 0`})`,
];

import { integer, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

/** What happened to jobs, counted by minutes; outlives the jobs that are counted. */
export const jobMetricTable = defineTable(
  'job_metric',
  {
    /** When the minute begins. */
    start_time: timestamp,
    /** Cut to {@link JOB_METRIC_NAME_LENGTH_MAX}, as the worker's name. */
    job_type: text,
    /** Empty for what happens to jobs that no worker has had. */
    worker: text,
    tenant_id: text,
    created_count: integer,
    completed_count: integer,
    failed_count: integer,
    /** The last time; 0 = never. */
    last_created_at: timestamp,
    last_completed_at: timestamp,
    last_failed_at: timestamp,
  },
  {
    primaryKey: ['start_time', 'job_type', 'worker', 'tenant_id'],
    removal: [{ olderThan: 'jobMetrics', column: 'start_time' }],
    indexes: [['job_type', 'start_time']],
  },
);

/** The finest steps that statistics are asked for. */
export const JOB_METRIC_INTERVAL_MS = 60_000;
/** Characters of names that metrics tell apart, as Camunda's. */
export const JOB_METRIC_NAME_LENGTH_MAX = 100;

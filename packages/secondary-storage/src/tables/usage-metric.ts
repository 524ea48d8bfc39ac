import { integer, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

/** What was used, counted by intervals; outlives the instances that are counted. */
export const usageMetricTable = defineTable(
  'usage_metric',
  {
    /** When the interval begins. */
    event_time: timestamp,
    tenant_id: text,
    /** Root process instances that began. */
    process_instances: integer,
    /** Evaluations of decisions. */
    decision_instances: integer,
  },
  { primaryKey: ['event_time', 'tenant_id'], removal: [{ olderThan: 'usageMetrics', column: 'event_time' }] },
);

import { key, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

/** Who got user tasks in an interval. */
export const usageMetricAssigneeTable = defineTable(
  'usage_metric_assignee',
  {
    /** When the interval begins. */
    event_time: timestamp,
    tenant_id: text,
    /** Tells people apart without naming them: names go with the tasks, metrics stay for years. */
    assignee_hash: key,
  },
  {
    primaryKey: ['event_time', 'tenant_id', 'assignee_hash'],
    removal: [{ olderThan: 'usageMetrics', column: 'event_time' }],
  },
);

import { integer, json, key, text } from '../column.ts';
import { defineTable } from '../table.ts';

/** Timers, signals and conditions that instances wait for; gone when they wait no longer. */
export const waitingEventTable = defineTable(
  'waiting_event',
  {
    /** Of the timer or the subscription. */
    waiting_event_key: key,
    /** TIMER, SIGNAL or CONDITION. */
    type: text,
    /** Where it goes on when the event happens. */
    element_id: text,
    /** What waits: an event's own instance, or the activity that a boundary event belongs to. */
    element_instance_key: key,
    process_instance_key: key,
    /** As the API tells them. */
    details: json,
    partition_id: integer,
  },
  {
    primaryKey: ['waiting_event_key'],
    removal: [{ with: 'process_instance', column: 'process_instance_key' }],
    indexes: [['process_instance_key']],
  },
);

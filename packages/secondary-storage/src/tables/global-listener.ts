import { boolean, integer, json, key, text } from '../column.ts';
import { NEVER } from '../removal.ts';
import { defineTable } from '../table.ts';

/** Listeners for the user tasks of every process; a thousand at most. */
export const globalListenerTable = defineTable(
  'global_listener',
  {
    global_listener_key: key,
    /** What a person chose; no two have the same. */
    id: text,
    /** Job type. */
    type: text,
    retries: integer,
    /** A list of texts. */
    event_types: json,
    after_non_global: boolean,
    priority: integer,
    /** CONFIGURATION or API. */
    source: text,
  },
  { primaryKey: ['global_listener_key'], removal: NEVER, indexes: [['id']] },
);

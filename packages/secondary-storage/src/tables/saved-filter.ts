import { boolean, json, key, text, timestamp } from '../column.ts';
import { NEVER } from '../removal.ts';
import { defineTable } from '../table.ts';

/** Filters that people named in the apps; a thousand at most. */
export const savedFilterTable = defineTable(
  'saved_filter',
  {
    saved_filter_key: key,
    /** operate or tasklist. */
    app: text,
    /** Who made it, as the client said. */
    owner: text,
    name: text,
    is_shared: boolean,
    /** An object that only the app understands. */
    content: json,
    creation_date: timestamp,
  },
  { primaryKey: ['saved_filter_key'], removal: NEVER, indexes: [['app', 'owner', 'name']] },
);

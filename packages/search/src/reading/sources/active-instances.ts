import { sql } from 'kysely';
import type { Condition } from '../field-conditions.ts';

/** Written so that no index over states is taken for it: that over what runs has the states, and in the order of the counts. */
export const isActive: Condition = sql`state || '' = 'ACTIVE'`;

import { sql } from 'kysely';
import type { Predicate } from '../predicates.ts';

/** All of these tags. A tag is no JSON that needs escapes, so its quoted text is found in the list's. */
export const tags: Predicate = (value, { entity }) =>
  (value as readonly string[]).map(
    (tag) =>
      sql<boolean>`${sql.ref(`${entity.table}.tags`)} LIKE ${`%"${tag.replace(/[%_\\]/g, '\\$&')}"%`} ESCAPE '\\'`,
  );

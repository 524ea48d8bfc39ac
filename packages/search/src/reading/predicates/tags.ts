import { columnOf } from '../columns.ts';
import type { Predicate } from '../predicates.ts';

/** All of these tags. A tag is no JSON that needs escapes, so its quoted text is found in the list's. */
export const tags: Predicate = (value, { entity, compiler }) =>
  (value as readonly string[]).map((tag) =>
    compiler.like(columnOf(entity, entity.fields.tags!), `*"${tag.replace(/[*?\\]/g, '\\$&')}"*`),
  );

import { globalListenerEventTypes as eventTypes } from '@waggle/protocol';
import { sql } from 'kysely';
import type { Operators } from '../../search-request.ts';
import { anyOf } from '../field-conditions.ts';
import { isLike } from '../like-pattern.ts';
import { manyValuedConditions } from '../many-valued.ts';
import type { Predicate } from '../predicates.ts';

const column = sql.ref('global_listener.event_types');

/** All of these conditions hold, each for some event type that the listener names. There are few, so they are tried here. */
export const globalListenerEventTypes: Predicate = (value, { compiler }) =>
  (value as readonly unknown[]).flatMap((condition) =>
    manyValuedConditions(condition, (operators = {}) => {
      const fitting = eventTypes.filter((eventType) => fits(eventType, operators));
      if (fitting.length === 0) return sql<boolean>`1 = 0`;
      return sql<boolean>`(${anyOf(fitting.map((eventType) => compiler.like(column, `*"${eventType}"*`)))})`;
    }),
  );

function fits(eventType: string, { $eq, $in, $like }: Operators): boolean {
  if ($eq !== undefined && $eq !== eventType) return false;
  if ($in !== undefined && !$in.includes(eventType)) return false;
  return $like === undefined || isLike(eventType, $like);
}

import { sql } from 'kysely';
import { allOf, fieldConditions } from '../field-conditions.ts';
import { manyValuedConditions } from '../many-valued.ts';
import type { Predicate } from '../predicates.ts';

/** Texts, since filters may use patterns. */
const key = sql`CAST(item.batch_operation_key AS TEXT)`;
const keyField = { type: 'key' } as const;
const textField = { type: 'text' } as const;

/** Some batch operation that fits has worked on the instance, or is going to. */
export const batchOperation: Predicate = (value, { compiler }) =>
  manyValuedConditions(value, (operators = {}) => {
    const { $like, ...others } = operators;
    const conditions = [
      // One that belongs to no instance would make `NOT IN` unknown for all.
      sql<boolean>`item.process_instance_key IS NOT NULL`,
      ...fieldConditions(sql.ref('item.batch_operation_key'), keyField, others, compiler),
      ...($like === undefined ? [] : fieldConditions(key, textField, { $like }, compiler)),
    ];
    return sql<boolean>`process_instance.process_instance_key IN (
      SELECT item.process_instance_key FROM batch_operation_item item WHERE ${allOf(conditions)})`;
  });

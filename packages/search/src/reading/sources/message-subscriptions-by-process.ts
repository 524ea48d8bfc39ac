import { sql } from 'kysely';
import { messageSubscription } from '../../entities/message-subscription.ts';
import type { Entity } from '../../entity.ts';
import type { SearchFilter } from '../../search-request.ts';
import { fromClause } from '../columns.ts';
import { filterConditions } from '../conditions.ts';
import { allOf } from '../field-conditions.ts';
import type { Source } from '../sources.ts';

/** Only what still waits is active, unless the filter itself chooses states; start events wait without an instance. */
export const messageSubscriptionsByProcess: Source<SearchFilter> = (filter, compiler) => {
  const conditions = filterConditions(messageSubscription, filter, compiler);
  if (!isGiven(filter.messageSubscriptionState)) conditions.push(sql<boolean>`message_subscription.is_open = 1`);
  if (!isGiven(filter.messageSubscriptionType)) {
    conditions.push(sql<boolean>`message_subscription.process_instance_key IS NOT NULL`);
  }
  return sql`
    SELECT message_subscription.process_definition_key, message_subscription.tenant_id,
      max(message_subscription.process_definition_id) AS process_definition_id,
      count(DISTINCT message_subscription.process_instance_key) AS instance_count,
      count(*) AS subscription_count
    FROM ${needsJoins(filter) ? fromClause(messageSubscription) : sql.table(messageSubscription.table)}
    ${conditions.length === 0 ? sql`` : sql`WHERE ${allOf(conditions)}`}
    GROUP BY message_subscription.process_definition_key, message_subscription.tenant_id`;
};

/** A database that counts follows each join, also one that nothing is taken from. */
function needsJoins(filter: SearchFilter): boolean {
  const { fields }: Entity = messageSubscription;
  return Object.keys(filter).some((name) => fields[name]?.column.includes('.') ?? false);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

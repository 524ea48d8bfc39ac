import { entities, type SearchFilter } from '@waggle/search';
import { entitySchemas } from '../schemas/entity-schemas.ts';
import type { NamedSchema } from '../schemas/schema.ts';
import { statisticsEndpoint } from '../statistics-endpoint.ts';

export const getProcessDefinitionMessageSubscriptionStatistics = statisticsEndpoint(
  entities.ProcessDefinitionMessageSubscriptionStatistics,
  {
    path: '/process-definitions/statistics/message-subscriptions',
    operationId: 'getProcessDefinitionMessageSubscriptionStatistics',
    tag: 'Process definition',
    summary: 'Counts what waits for messages by process definition',
    since: '8.9',
    filter: entitySchemas(entities.MessageSubscription).filter as NamedSchema<SearchFilter>,
    paging: 'forward',
  },
);

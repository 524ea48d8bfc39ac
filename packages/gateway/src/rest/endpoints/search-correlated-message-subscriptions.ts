import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchCorrelatedMessageSubscriptions = searchEndpoint(entities.CorrelatedMessageSubscription, {
  path: '/correlated-message-subscriptions/search',
  operationId: 'searchCorrelatedMessageSubscriptions',
  tag: 'Message subscription',
  since: '8.8',
});

import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchMessageSubscriptions = searchEndpoint(entities.MessageSubscription, {
  path: '/message-subscriptions/search',
  operationId: 'searchMessageSubscriptions',
  tag: 'Message subscription',
  since: '8.8',
});

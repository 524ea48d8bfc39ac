import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchElementInstanceWaitStates = searchEndpoint(entities.ElementInstanceWaitState, {
  path: '/element-instances/wait-states/search',
  operationId: 'searchElementInstanceWaitStates',
  tag: 'Element instance',
  summary: 'Searches for what active elements wait for',
  since: '8.10',
});

import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchGlobalTaskListeners = searchEndpoint(entities.GlobalTaskListener, {
  path: '/global-task-listeners/search',
  operationId: 'searchGlobalTaskListeners',
  tag: 'Global listener',
  since: '8.9',
});

import { entities } from '@waggle/search';
import { globalListenerId } from '../schemas/identifiers.ts';
import { getEndpoint } from '../search-endpoint.ts';

export const getGlobalTaskListener = getEndpoint(entities.GlobalTaskListener, {
  path: '/global-task-listeners/{id}',
  operationId: 'getGlobalTaskListener',
  tag: 'Global listener',
  since: '8.9',
  keySchema: globalListenerId,
});

import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchJobs = searchEndpoint(entities.Job, {
  path: '/jobs/search',
  operationId: 'searchJobs',
  tag: 'Job',
  since: '8.8',
});

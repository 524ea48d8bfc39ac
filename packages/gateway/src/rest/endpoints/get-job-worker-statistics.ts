import { entities } from '@waggle/search';
import { jobWorkerStatisticsFilter } from '../schemas/job-statistics-filters.ts';
import { statisticsEndpoint } from '../statistics-endpoint.ts';

export const getJobWorkerStatistics = statisticsEndpoint(entities.JobWorkerStatistics, {
  path: '/jobs/statistics/by-workers',
  operationId: 'getJobWorkerStatistics',
  tag: 'Job',
  summary: 'Counts what happened to jobs of a type, by workers',
  since: '8.9',
  filter: jobWorkerStatisticsFilter,
  isFilterRequired: true,
  paging: 'forward',
});

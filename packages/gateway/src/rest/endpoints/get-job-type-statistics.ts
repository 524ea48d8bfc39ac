import { entities } from '@waggle/search';
import { jobTypeStatisticsFilter } from '../schemas/job-statistics-filters.ts';
import { statisticsEndpoint } from '../statistics-endpoint.ts';

export const getJobTypeStatistics = statisticsEndpoint(entities.JobTypeStatistics, {
  path: '/jobs/statistics/by-types',
  operationId: 'getJobTypeStatistics',
  tag: 'Job',
  summary: 'Counts what happened to jobs, by their types',
  since: '8.9',
  filter: jobTypeStatisticsFilter,
  paging: 'forward',
});

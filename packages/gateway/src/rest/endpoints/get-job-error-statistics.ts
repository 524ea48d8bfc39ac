import { entities } from '@waggle/search';
import { jobErrorStatisticsFilter } from '../schemas/job-statistics-filters.ts';
import { statisticsEndpoint } from '../statistics-endpoint.ts';

export const getJobErrorStatistics = statisticsEndpoint(entities.JobErrorStatistics, {
  path: '/jobs/statistics/errors',
  operationId: 'getJobErrorStatistics',
  tag: 'Job',
  summary: 'Tells the errors of jobs of a type',
  since: '8.9',
  filter: jobErrorStatisticsFilter,
  isFilterRequired: true,
  paging: 'forward',
});

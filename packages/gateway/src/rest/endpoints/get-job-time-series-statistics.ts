import { entities } from '@waggle/search';
import { jobTimeSeriesStatisticsFilter } from '../schemas/job-statistics-filters.ts';
import { statisticsEndpoint } from '../statistics-endpoint.ts';

export const getJobTimeSeriesStatistics = statisticsEndpoint(entities.JobTimeSeriesStatistics, {
  path: '/jobs/statistics/time-series',
  operationId: 'getJobTimeSeriesStatistics',
  tag: 'Job',
  summary: 'Counts what happened to jobs of a type, step by step',
  since: '8.9',
  filter: jobTimeSeriesStatisticsFilter,
  isFilterRequired: true,
  paging: 'forward',
});

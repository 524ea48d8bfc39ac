/** What happened to jobs in a time. */
import { countField, dateTimeField, defineEntity, integerField, textField } from '../entity.ts';

const counts = {
  created: countField('created'),
  completed: countField('completed'),
  failed: countField('failed'),
};

export const jobTypeStatistics = defineEntity({
  name: 'JobTypeStatistics',
  title: 'number of jobs by type',
  table: 'statistics',
  source: 'jobsByType',
  key: 'jobType',
  fields: { jobType: textField('job_type'), ...counts, workers: integerField('worker_count') },
});

export const jobWorkerStatistics = defineEntity({
  name: 'JobWorkerStatistics',
  title: 'number of jobs by worker',
  table: 'statistics',
  source: 'jobsByWorker',
  key: 'worker',
  fields: { worker: textField('worker'), ...counts },
});

export const jobTimeSeriesStatistics = defineEntity({
  name: 'JobTimeSeriesStatistics',
  title: 'number of jobs by time',
  table: 'statistics',
  source: 'jobsByTime',
  key: 'time',
  fields: { time: dateTimeField('time'), ...counts },
});

export const jobErrorStatistics = defineEntity({
  name: 'JobErrorStatistics',
  title: 'number of workers by error',
  table: 'statistics',
  source: 'jobErrors',
  key: 'statisticsKey',
  fields: {
    statisticsKey: textField('statistics_key', { hidden: true }),
    errorCode: textField('error_code'),
    errorMessage: textField('error_message'),
    workers: integerField('worker_count'),
  },
});

export * from './column.ts';
export * from './ddl.ts';
export * from './errors.ts';
export * from './migrations.ts';
export * from './postgres/open-postgres-writer.ts';
export * from './postgres/postgres-client.ts';
export * from './postgres/postgres-failure.ts';
export * from './postgres/postgres-values.ts';
export * from './read-only/open-postgres-read-only.ts';
export * from './read-only/open-sqlite-read-only.ts';
export * from './read-only/read-only-database.ts';
export { type HistoryBatch, historyBatch } from './record-history/history-batch.ts';
export { processInstanceKeyOf, toldInstanceKeysOf } from './record-history/process-instance-key-of.ts';
export { RecordHistory, type RecordHistorySettings } from './record-history/record-history.ts';
export {
  type HistoryForm,
  type HistoryPage,
  type HistoryPageRequest,
  RecordHistoryReader,
} from './record-history/record-history-reader.ts';
export { recordsOfInstance } from './record-history/records-of-instance.ts';
export * from './removal.ts';
export * from './retention-time.ts';
export * from './sqlite/open-sqlite.ts';
export * from './table.ts';
export { clusterVariableId } from './tables/cluster-variable.ts';
export { JOB_METRIC_INTERVAL_MS, JOB_METRIC_NAME_LENGTH_MAX } from './tables/job-metric.ts';
export { INDEXED_VALUE, INDEXED_VALUE_LENGTH } from './tables/variable.ts';
export * from './tables.ts';
export * from './usage-interval.ts';

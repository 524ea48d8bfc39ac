export { clusterVariableId } from '@waggle/secondary-storage';
export { processDefinitionStatisticsFilter } from './entities/process-definition-statistics-filter.ts';
export * from './entities.ts';
export * from './entity.ts';
export * from './errors.ts';
export type { BatchOperationItemsRequest } from './queries/batch-operation-items.ts';
export type { BatchOperationProgress } from './queries/batch-operation-progress.ts';
export * from './search-request.ts';
export * from './start-search.ts';

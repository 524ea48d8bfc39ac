import { getProcessDefinitionStatistics } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { statisticsFilter } from './instance-filter.ts';
import type { ProcessesSearch } from './processes-search.ts';
import { instancesLive } from './use-process-instances.ts';

/** How many of the instances that fit are at each element of a version. */
export function useDefinitionStatistics(processDefinitionKey: string, search: ProcessesSearch) {
  return useApi(
    getProcessDefinitionStatistics,
    { path: { processDefinitionKey }, body: { filter: statisticsFilter(search) } },
    { live: instancesLive, keepsPrevious: true },
  );
}

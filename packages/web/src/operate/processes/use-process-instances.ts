import { type ProcessInstanceSearchQuery, searchProcessInstances } from '../../api/gen/api.ts';
import { useApiPages } from '../../api/use-api.ts';

export const instancesLive = { valueTypes: ['PROCESS_INSTANCE', 'INCIDENT', 'HISTORY_DELETION'] } as const;

export function useProcessInstances(query: Pick<ProcessInstanceSearchQuery, 'filter' | 'sort'>) {
  return useApiPages(searchProcessInstances, { body: query }, { live: instancesLive });
}

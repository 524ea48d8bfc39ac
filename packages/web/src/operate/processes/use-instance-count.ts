import { type ProcessInstanceFilter, searchProcessInstances } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { instancesLive } from './use-process-instances.ts';

/** How many instances a filter finds, as far as the API counts. */
export function useInstanceCount(filter: ProcessInstanceFilter | undefined) {
  const { data, error } = useApi(
    searchProcessInstances,
    { body: { filter: filter ?? {}, page: { limit: 1 } } },
    { live: instancesLive, enabled: filter !== undefined },
  );
  if (filter === undefined) return { count: 0, isMore: false, problem: null };
  return { count: data?.page.totalItems, isMore: data?.page.hasMoreTotalItems === true, problem: error };
}

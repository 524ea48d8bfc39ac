import { useMemo } from 'react';
import {
  getProcessDefinitionStatistics,
  type ProcessDefinitionStatisticsFilter,
  type ProcessInstanceFilter,
  searchProcessInstances,
} from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { restrictedToStates } from '../processes/restricted-filter.ts';

const live = { valueTypes: ['PROCESS_INSTANCE', 'PROCESS_INSTANCE_MIGRATION'] } as const;

/** Those of the chosen instances that run the version now. */
export function migratedFilter(filter: ProcessInstanceFilter, processDefinitionKey: string): ProcessInstanceFilter {
  return { ...(restrictedToStates(filter, ['ACTIVE']) ?? { ...filter, state: 'ACTIVE' }), processDefinitionKey };
}

/** How many instances there are to migrate, and at which elements they wait. */
export function useMigratedInstances(filter: ProcessInstanceFilter, processDefinitionKey: string) {
  const found = useApi(
    searchProcessInstances,
    { body: { filter: migratedFilter(filter, processDefinitionKey), page: { limit: 1 } } },
    { live },
  );
  const statistics = useApi(
    getProcessDefinitionStatistics,
    { path: { processDefinitionKey }, body: { filter: statisticsFilter(filter) } },
    { live },
  );
  const items = statistics.data?.items;
  const counts = useMemo(
    () => new Map((items ?? []).map(({ elementId, active, incidents }) => [elementId, active + incidents] as const)),
    [items],
  );
  return {
    count: found.data?.page.totalItems,
    isMore: found.data?.page.hasMoreTotalItems === true,
    counts,
    problem: found.error ?? statistics.error,
    retry: () => {
      void found.refetch();
      void statistics.refetch();
    },
  };
}

/** The version is named beside it, and which element instances wait for are counted of all elements. */
function statisticsFilter(filter: ProcessInstanceFilter): ProcessDefinitionStatisticsFilter {
  const {
    processDefinitionId: _id,
    processDefinitionName: _name,
    processDefinitionVersion: _version,
    processDefinitionVersionTag: _tag,
    processDefinitionKey: _key,
    ...others
  } = filter;
  return { ...others, state: 'ACTIVE' };
}

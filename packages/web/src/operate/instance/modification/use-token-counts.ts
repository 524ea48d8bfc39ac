import { useMemo } from 'react';
import { getProcessInstanceStatistics } from '../../../api/gen/api.ts';
import { useApi } from '../../../api/use-api.ts';
import type { TokenCounts } from './modification-plan.ts';

const none: TokenCounts = new Map();

/** How many tokens are at each element of a running instance. */
export function useTokenCounts(processInstanceKey: string) {
  const statistics = useApi(
    getProcessInstanceStatistics,
    { path: { processInstanceKey } },
    { live: { valueTypes: ['PROCESS_INSTANCE', 'INCIDENT', 'PROCESS_INSTANCE_MIGRATION'], processInstanceKey } },
  );
  const items = statistics.data?.items;
  const counts = useMemo(
    () =>
      items === undefined
        ? none
        : new Map(items.map(({ elementId, active, incidents }) => [elementId, active + incidents] as const)),
    [items],
  );
  return { counts, isLoading: statistics.isLoading, problem: statistics.error, retry: () => void statistics.refetch() };
}

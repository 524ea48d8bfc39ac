import { useMemo } from 'react';
import { useInstanceStatistics } from '../use-instance-statistics.ts';
import type { TokenCounts } from './modification-plan.ts';

const none: TokenCounts = new Map();

/** How many tokens are at each element of a running instance. */
export function useTokenCounts(processInstanceKey: string) {
  const statistics = useInstanceStatistics(processInstanceKey);
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

import { useMemo } from 'react';
import { searchProcessInstances, type UserTaskResult } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

/** Asked for at once; of longer lists the first. Those are what one looks at. */
const KEYS_MAX = 200;

/** Which of the tasks' process instances are suspended. */
export function useSuspendedInstances(tasks: readonly UserTaskResult[]): ReadonlySet<string> {
  const keys = [...new Set(tasks.filter(({ state }) => state !== 'COMPLETED').map((task) => task.processInstanceKey))]
    .slice(0, KEYS_MAX)
    .toSorted();
  const { data } = useApi(
    searchProcessInstances,
    { body: { filter: { state: 'SUSPENDED', processInstanceKey: { $in: keys } }, page: { limit: KEYS_MAX } } },
    { enabled: keys.length > 0, keepsPrevious: true, live: { valueTypes: ['PROCESS_INSTANCE'] } },
  );
  return useMemo(() => new Set(data?.items.map(({ processInstanceKey }) => processInstanceKey)), [data]);
}

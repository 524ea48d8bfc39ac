import { useMemo } from 'react';
import { searchElementInstances } from '../../../api/gen/api.ts';
import { useApi } from '../../../api/use-api.ts';

/** A plan that names more is checked by the server when it is applied. */
const CHECKED_MAX = 100;
const none: ReadonlySet<string> = new Set();

/** Which of some element instances have ended meanwhile. @param keys the same list until it changes. */
export function useGoneKeys(processInstanceKey: string, keys: readonly string[]): ReadonlySet<string> {
  const checked = useMemo(
    () => keys.filter((key) => key !== processInstanceKey).slice(0, CHECKED_MAX),
    [keys, processInstanceKey],
  );
  const running = useApi(
    searchElementInstances,
    {
      body: {
        filter: {
          processInstanceKey,
          state: 'ACTIVE',
          $or: checked.map((elementInstanceKey) => ({ elementInstanceKey })),
        },
        page: { limit: CHECKED_MAX },
      },
    },
    {
      enabled: checked.length > 0,
      live: { valueTypes: ['PROCESS_INSTANCE', 'PROCESS_INSTANCE_MIGRATION'], processInstanceKey },
    },
  );
  const items = running.data?.items;
  return useMemo(() => {
    if (items === undefined) return none;
    const found = new Set(items.map(({ elementInstanceKey }) => elementInstanceKey));
    return new Set(checked.filter((key) => !found.has(key)));
  }, [items, checked]);
}

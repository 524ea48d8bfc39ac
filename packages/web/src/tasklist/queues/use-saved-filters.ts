import { type SavedFilterResult, searchSavedFilters } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';

/** Nobody keeps track of more. */
const FILTERS_MAX = 200;

/** One's own and those that others share, by name. */
export function useSavedFilters(username: string): {
  readonly filters: readonly SavedFilterResult[] | undefined;
  readonly isLoading: boolean;
} {
  const { data, isLoading } = useApi(
    searchSavedFilters,
    {
      body: {
        filter: { app: 'tasklist', $or: [{ owner: username }, { isShared: true }] },
        sort: [{ field: 'name' }],
        page: { limit: FILTERS_MAX },
      },
    },
    { live: { valueTypes: ['SAVED_FILTER'] } },
  );
  return { filters: data?.items, isLoading };
}

import { searchSavedFilters } from '../../../api/gen/api.ts';
import { useApi } from '../../../api/use-api.ts';

/** As many as a server keeps. */
const SAVED_MAX = 1_000;

/** Filters of this page that the person saved, and what others share, by name. */
export function useSavedFilters(username: string) {
  return useApi(
    searchSavedFilters,
    {
      body: {
        filter: { app: 'operate', $or: [{ owner: username }, { isShared: true }] },
        sort: [{ field: 'name', order: 'ASC' }],
        page: { limit: SAVED_MAX },
      },
    },
    { live: { valueTypes: ['SAVED_FILTER'] } },
  );
}

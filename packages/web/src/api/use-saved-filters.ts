import { searchSavedFilters } from './gen/api.ts';
import { useApi } from './use-api.ts';

/** As many as a server keeps. */
const SAVED_MAX = 1_000;

/** Filters that the person saved in an app, and what others share there, by name. */
export function useSavedFilters(app: 'operate' | 'tasklist', username: string) {
  return useApi(
    searchSavedFilters,
    {
      body: {
        filter: { app, $or: [{ owner: username }, { isShared: true }] },
        sort: [{ field: 'name', order: 'ASC' }],
        page: { limit: SAVED_MAX },
      },
    },
    { live: { valueTypes: ['SAVED_FILTER'] } },
  );
}

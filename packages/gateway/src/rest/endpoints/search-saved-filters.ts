import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

/** Ours alone. */
export const searchSavedFilters = searchEndpoint(entities.SavedFilter, {
  prefix: '/waggle/v1',
  path: '/saved-filters/search',
  operationId: 'searchSavedFilters',
  tag: 'Saved filter',
  since: '8.9',
});

import type { Key, SavedFilterValue } from '@waggle/protocol';
import type { EngineView } from './engine-state.ts';

/** What is kept of a saved filter: what tells it from the others. Its content is the read side's. */
export type SavedFilter = Pick<SavedFilterValue, 'app' | 'owner' | 'name' | 'creationTimestamp'>;

/** The one group of the saved filters. */
export const ALL_SAVED_FILTERS = '';

/** Group of the filters that an owner has for an app. */
export function savedFilterOwner({ app, owner }: Pick<SavedFilterValue, 'app' | 'owner'>): string {
  return `${app}/${owner}`;
}

export function savedFilterCount({ savedFilters }: Pick<EngineView, 'savedFilters'>): number {
  let count = 0;
  savedFilters.forEach(ALL_SAVED_FILTERS, () => {
    count++;
  });
  return count;
}

export function findSavedFilter(
  { savedFilters }: Pick<EngineView, 'savedFilters'>,
  savedFilterKey: Key,
): SavedFilter | undefined {
  return savedFilters.get(ALL_SAVED_FILTERS, savedFilterKey);
}

import type { SavedFilterValue } from '@waggle/protocol';
import { ALL_SAVED_FILTERS, savedFilterOwner } from '../state/saved-filter.ts';
import type { Applier } from './applier.ts';

export const savedFilterCreated: Applier<SavedFilterValue> = (state, { key, value }) => {
  const { app, owner, name, creationTimestamp } = value;
  state.savedFilters.put(ALL_SAVED_FILTERS, key, { app, owner, name, creationTimestamp });
  state.savedFilterNames.put(savedFilterOwner(value), name, key);
};

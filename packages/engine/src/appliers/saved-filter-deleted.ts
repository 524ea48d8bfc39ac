import type { SavedFilterValue } from '@waggle/protocol';
import { ALL_SAVED_FILTERS, savedFilterOwner } from '../state/saved-filter.ts';
import type { Applier } from './applier.ts';

export const savedFilterDeleted: Applier<SavedFilterValue> = (state, { key, value }) => {
  state.savedFilters.delete(ALL_SAVED_FILTERS, key);
  state.savedFilterNames.delete(savedFilterOwner(value), value.name);
};

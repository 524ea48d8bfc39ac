import type { SavedFilterValue } from '@waggle/protocol';
import { ALL_SAVED_FILTERS, savedFilterOwner } from '../state/saved-filter.ts';
import type { Applier } from './applier.ts';

export const savedFilterUpdated: Applier<SavedFilterValue> = (state, { key, value }) => {
  const before = state.savedFilters.get(ALL_SAVED_FILTERS, key);
  if (before === undefined) return;
  state.savedFilterNames.delete(savedFilterOwner(before), before.name);
  state.savedFilters.put(ALL_SAVED_FILTERS, key, { ...before, name: value.name });
  state.savedFilterNames.put(savedFilterOwner(before), value.name, key);
};

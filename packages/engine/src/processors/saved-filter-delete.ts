import { SavedFilterIntent, type SavedFilterValue, ValueType } from '@waggle/protocol';
import { savedFilterNotFound } from '../behavior/saved-filters/saved-filter-check.ts';
import { findSavedFilter } from '../state/saved-filter.ts';
import type { Processor } from './processor.ts';

export const savedFilterDelete: Processor<SavedFilterValue> = ({ state, write }, { key }) => {
  const present = findSavedFilter(state, key);
  if (present === undefined) {
    const { type, reason } = savedFilterNotFound('delete', key);
    return write.reject(type, reason);
  }
  const gone = { ...present, savedFilterKey: key, isShared: false, content: '' };
  write.respond(write.event(ValueType.SAVED_FILTER, SavedFilterIntent.DELETED, key, gone));
};

import { SavedFilterIntent, type SavedFilterValue, ValueType } from '@waggle/protocol';
import {
  checkSavedFilter,
  checkSavedFilterName,
  keptSavedFilter,
  savedFilterNotFound,
} from '../behavior/saved-filters/saved-filter-check.ts';
import { findSavedFilter } from '../state/saved-filter.ts';
import type { Processor } from './processor.ts';

/** Replaces name, content and whether it is shared; app and owner stay. */
export const savedFilterUpdate: Processor<SavedFilterValue> = (processing, command) => {
  const { state, write } = processing;
  const { key } = command;
  const present = findSavedFilter(state, key);
  if (present === undefined) {
    const { type, reason } = savedFilterNotFound('update', key);
    return write.reject(type, reason);
  }
  const { app, owner, creationTimestamp } = present;
  const value = keptSavedFilter({ ...command.value, savedFilterKey: key, app, owner, creationTimestamp });
  const problem = checkSavedFilter(value) ?? checkSavedFilterName(processing, value, key);
  if (problem !== undefined) return write.reject(problem.type, problem.reason);
  write.respond(write.event(ValueType.SAVED_FILTER, SavedFilterIntent.UPDATED, key, value));
};

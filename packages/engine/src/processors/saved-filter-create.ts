import {
  RejectionType,
  SAVED_FILTERS_MAX,
  SavedFilterIntent,
  type SavedFilterValue,
  ValueType,
} from '@waggle/protocol';
import {
  checkSavedFilter,
  checkSavedFilterName,
  keptSavedFilter,
} from '../behavior/saved-filters/saved-filter-check.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { savedFilterCount } from '../state/saved-filter.ts';
import type { Processor } from './processor.ts';

/** Keeps a filter that somebody named. Only the first partition gets such commands. */
export const savedFilterCreate: Processor<SavedFilterValue> = (processing, command) => {
  const { keys, now, state, write } = processing;
  const value = keptSavedFilter(command.value);
  const problem =
    checkSavedFilter(value) ?? checkSavedFilterName(processing, value, value.savedFilterKey) ?? checkRoom(state);
  if (problem !== undefined) return write.reject(problem.type, problem.reason);
  const savedFilterKey = keys.next();
  const kept = { ...value, savedFilterKey, creationTimestamp: now };
  write.respond(write.event(ValueType.SAVED_FILTER, SavedFilterIntent.CREATED, savedFilterKey, kept));
};

function checkRoom(state: Processing['state']): Rejection | undefined {
  if (savedFilterCount(state) < SAVED_FILTERS_MAX) return undefined;
  const reason = `Expected at most ${SAVED_FILTERS_MAX} saved filters on this server, but there are as many already; delete one first`;
  return new Rejection(RejectionType.INVALID_STATE, reason);
}

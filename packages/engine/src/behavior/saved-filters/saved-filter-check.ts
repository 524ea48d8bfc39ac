import {
  IDENTIFIER_LENGTH_MAX,
  type Key,
  RejectionType,
  SAVED_FILTER_CONTENT_BYTES_MAX,
  SAVED_FILTER_NAME_LENGTH_MAX,
  type SavedFilterValue,
  savedFilterApps,
  splitJsonObject,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import { savedFilterOwner } from '../../state/saved-filter.ts';
import { utf8Length } from '../jobs/utf8-length.ts';
import { textProblem } from '../text-length.ts';

/** The filter as it can be kept: half characters do not survive the log, and names must be the same after it. */
export function keptSavedFilter(value: SavedFilterValue): SavedFilterValue {
  return { ...value, owner: value.owner.toWellFormed(), name: value.name.toWellFormed() };
}

/** Why a filter cannot be saved as it is. */
export function checkSavedFilter({ app, owner, name, content }: SavedFilterValue): Rejection | undefined {
  if (!savedFilterApps.includes(app)) {
    return refused(`Expected 'app' to be among [${savedFilterApps.join(', ')}], but got '${app}'`);
  }
  return (
    textProblem('owner', owner, IDENTIFIER_LENGTH_MAX) ??
    textProblem('name', name, SAVED_FILTER_NAME_LENGTH_MAX) ??
    checkContent(content)
  );
}

/** Why a filter cannot have its name: its owner has another one of this name for this app. */
export function checkSavedFilterName(
  { state }: Processing,
  { app, owner, name }: Pick<SavedFilterValue, 'app' | 'owner' | 'name'>,
  savedFilterKey: Key,
): Rejection | undefined {
  const holder = state.savedFilterNames.get(savedFilterOwner({ app, owner }), name);
  if (holder === undefined || holder === savedFilterKey) return undefined;
  const reason = `Expected '${owner}' to have no saved filter for ${app} with the name '${name}' yet, but the one with key '${holder}' has it`;
  return new Rejection(RejectionType.ALREADY_EXISTS, reason);
}

/** @param verb as in "to update". */
export function savedFilterNotFound(verb: string, savedFilterKey: Key): Rejection {
  const reason = `Expected to ${verb} the saved filter with key '${savedFilterKey}', but there is none`;
  return new Rejection(RejectionType.NOT_FOUND, reason);
}

function checkContent(content: string): Rejection | undefined {
  const bytes = utf8Length(content);
  if (bytes > SAVED_FILTER_CONTENT_BYTES_MAX) {
    return refused(`Expected 'content' to have at most ${SAVED_FILTER_CONTENT_BYTES_MAX} bytes, but it has ${bytes}`);
  }
  // As variables nothing at all stands for an object, but this text is to become part of answers.
  if (!content.startsWith('{')) return refused("Expected 'content' to be a JSON object, but it begins like none");
  const split = splitJsonObject(content);
  return split.ok ? undefined : refused(`Expected 'content' to be a JSON object, but ${split.problem.message}`);
}

function refused(reason: string): Rejection {
  return new Rejection(RejectionType.INVALID_ARGUMENT, reason);
}

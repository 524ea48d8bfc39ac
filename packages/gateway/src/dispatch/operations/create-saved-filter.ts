import { NO_KEY, SavedFilterIntent, type SavedFilterValue, savedFilterCommandValue, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

/** What a client says of a filter. */
export type SavedFilterInput = Omit<SavedFilterValue, 'savedFilterKey' | 'creationTimestamp'>;

/** Rejected as ALREADY_EXISTS when the owner has one of this name for the app, as INVALID_STATE when there are too many. */
export async function createSavedFilter(
  router: CommandRouter,
  input: SavedFilterInput,
): Answer<typeof ValueType.SAVED_FILTER> {
  return router.sendToDeploymentPartition({
    valueType: ValueType.SAVED_FILTER,
    intent: SavedFilterIntent.CREATE,
    key: NO_KEY,
    value: savedFilterCommandValue(input),
  });
}

import {
  type Key,
  SavedFilterIntent,
  type SavedFilterValue,
  savedFilterCommandValue,
  ValueType,
} from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

/** Replaces all that can be changed of a filter. Rejected as ALREADY_EXISTS when its owner has another of this name. */
export async function updateSavedFilter(
  router: CommandRouter,
  input: Pick<SavedFilterValue, 'name' | 'isShared' | 'content'> & { readonly savedFilterKey: Key },
): Answer<typeof ValueType.SAVED_FILTER> {
  return router.sendToDeploymentPartition({
    valueType: ValueType.SAVED_FILTER,
    intent: SavedFilterIntent.UPDATE,
    key: input.savedFilterKey,
    value: savedFilterCommandValue(input),
  });
}

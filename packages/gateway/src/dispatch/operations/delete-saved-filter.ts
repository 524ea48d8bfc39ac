import { type Key, SavedFilterIntent, savedFilterCommandValue, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

export async function deleteSavedFilter(
  router: CommandRouter,
  { savedFilterKey }: { readonly savedFilterKey: Key },
): Answer<typeof ValueType.SAVED_FILTER> {
  return router.sendToDeploymentPartition({
    valueType: ValueType.SAVED_FILTER,
    intent: SavedFilterIntent.DELETE,
    key: savedFilterKey,
    value: savedFilterCommandValue({ savedFilterKey }),
  });
}

import type { HistoryDeletionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const historyDeletionDeleted: Applier<HistoryDeletionValue> = () => {
  // What has ended left nothing in the state.
};

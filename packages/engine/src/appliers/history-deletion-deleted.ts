import type { HistoryDeletionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const historyDeletionDeleted: Applier<HistoryDeletionValue> = () => {
  throw new Error('NOT BUILT YET');
};

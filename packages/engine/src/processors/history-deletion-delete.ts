import type { HistoryDeletionValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const historyDeletionDelete: Processor<HistoryDeletionValue> = () => {
  throw new Error('NOT BUILT YET');
};

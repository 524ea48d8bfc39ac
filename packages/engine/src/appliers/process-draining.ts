import type { ProcessValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { withdrawProcess } from './process-withdrawal.ts';

export const processDraining: Applier<ProcessValue> = (state, record) => {
  withdrawProcess(state, record.value);
};

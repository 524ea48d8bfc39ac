import type { ProcessInstanceResultValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processInstanceResultCompleted: Applier<ProcessInstanceResultValue> = (state, record) => {
  state.awaitedResults.delete(record.value.processInstanceKey);
};

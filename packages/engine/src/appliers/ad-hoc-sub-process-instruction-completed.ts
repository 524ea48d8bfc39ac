import type { AdHocSubProcessInstructionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const adHocSubProcessInstructionCompleted: Applier<AdHocSubProcessInstructionValue> = (state, record) => {
  state.fulfilledAdHocSubProcesses.put(record.value.adHocSubProcessInstanceKey, true);
};

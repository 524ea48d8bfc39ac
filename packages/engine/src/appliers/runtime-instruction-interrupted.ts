import type { RuntimeInstructionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const runtimeInstructionInterrupted: Applier<RuntimeInstructionValue> = (state, record) => {
  // It takes effect once, whatever else ends before the instance does.
  state.terminateAfter.delete(record.value.processInstanceKey);
};

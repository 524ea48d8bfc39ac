import type { AdHocSubProcessInstructionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const adHocSubProcessInstructionCompleted: Applier<AdHocSubProcessInstructionValue> = () => {
  throw new Error('NOT BUILT YET');
};

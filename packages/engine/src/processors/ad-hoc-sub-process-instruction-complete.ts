import type { AdHocSubProcessInstructionValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const adHocSubProcessInstructionComplete: Processor<AdHocSubProcessInstructionValue> = () => {
  throw new Error('NOT BUILT YET');
};

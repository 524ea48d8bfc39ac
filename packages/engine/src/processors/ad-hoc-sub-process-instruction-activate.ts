import type { AdHocSubProcessInstructionValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const adHocSubProcessInstructionActivate: Processor<AdHocSubProcessInstructionValue> = () => {
  throw new Error('NOT BUILT YET');
};

import type { RuntimeInstructionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const runtimeInstructionInterrupted: Applier<RuntimeInstructionValue> = () => {
  throw new Error('NOT BUILT YET');
};

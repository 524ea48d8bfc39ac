import type { ClockValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const clockReset: Processor<ClockValue> = () => {
  throw new Error('NOT BUILT YET');
};

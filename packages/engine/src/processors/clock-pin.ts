import type { ClockValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const clockPin: Processor<ClockValue> = () => {
  throw new Error('NOT BUILT YET');
};

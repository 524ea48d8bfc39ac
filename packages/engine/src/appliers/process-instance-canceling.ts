import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processInstanceCanceling: Applier<ProcessInstanceValue> = () => {
  // Tells the world that termination was asked for; the element events that follow change the state.
};

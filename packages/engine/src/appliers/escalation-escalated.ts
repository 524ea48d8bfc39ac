import type { EscalationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const escalationEscalated: Applier<EscalationValue> = () => {
  throw new Error('NOT BUILT YET');
};

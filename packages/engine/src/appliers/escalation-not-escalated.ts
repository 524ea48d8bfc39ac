import type { EscalationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const escalationNotEscalated: Applier<EscalationValue> = () => {
  throw new Error('NOT BUILT YET');
};

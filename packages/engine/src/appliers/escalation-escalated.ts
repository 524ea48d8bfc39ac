import type { EscalationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const escalationEscalated: Applier<EscalationValue> = () => {
  // Tells the world; what the catch leads to changes the state.
};

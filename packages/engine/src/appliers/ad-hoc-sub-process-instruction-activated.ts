import type { AdHocSubProcessInstructionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

/** What it starts is told by the events behind it. */
export const adHocSubProcessInstructionActivated: Applier<AdHocSubProcessInstructionValue> = () => {};

import type { VariableValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

/** A variable belongs to its scope, whatever definition that is of: only exporters keep the definition beside it. */
export const variableMigrated: Applier<VariableValue> = () => {};

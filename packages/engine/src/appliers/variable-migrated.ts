import type { VariableValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const variableMigrated: Applier<VariableValue> = () => {
  throw new Error('NOT BUILT YET');
};

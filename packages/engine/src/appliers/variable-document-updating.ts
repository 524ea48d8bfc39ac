import type { VariableDocumentValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const variableDocumentUpdating: Applier<VariableDocumentValue> = () => {
  throw new Error('NOT BUILT YET');
};

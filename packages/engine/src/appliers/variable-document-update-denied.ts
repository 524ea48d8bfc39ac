import type { VariableDocumentValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const variableDocumentUpdateDenied: Applier<VariableDocumentValue> = () => {
  throw new Error('NOT BUILT YET');
};

import type { VariableDocumentValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const variableDocumentUpdated: Applier<VariableDocumentValue> = () => {
  // The variables' own events changed the state.
};

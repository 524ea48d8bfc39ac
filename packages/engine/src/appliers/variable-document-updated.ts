import type { VariableDocumentValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const variableDocumentUpdated: Applier<VariableDocumentValue> = (state, record) => {
  // The variables' own events changed the variables; the document waited only when it is a user task's.
  state.pendingVariableDocuments.delete(record.value.scopeKey);
};

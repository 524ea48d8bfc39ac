import type { VariableDocumentValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const variableDocumentUpdateDenied: Applier<VariableDocumentValue> = (state, record) => {
  state.pendingVariableDocuments.delete(record.value.scopeKey);
};

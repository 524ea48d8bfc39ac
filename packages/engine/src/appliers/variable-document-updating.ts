import type { VariableDocumentValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const variableDocumentUpdating: Applier<VariableDocumentValue> = (state, record) => {
  state.pendingVariableDocuments.put(record.value.scopeKey, { key: record.key, value: record.value });
};

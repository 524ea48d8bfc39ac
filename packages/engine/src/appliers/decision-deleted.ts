import type { DecisionValue } from '@waggle/protocol';
import { decisionTables, removeVersion } from '../state/versioned-tables.ts';
import type { Applier } from './applier.ts';

export const decisionDeleted: Applier<DecisionValue> = (state, record) => {
  const { decisionRequirementsKey, decisionId } = record.value;
  removeVersion(decisionTables(state), record.value);
  state.requiredDecisions.delete(decisionRequirementsKey, decisionId);
};

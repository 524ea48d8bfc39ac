import type { DecisionValue } from '@waggle/protocol';
import { decisionTables, putVersion } from '../state/versioned-tables.ts';
import type { Applier } from './applier.ts';

export const decisionCreated: Applier<DecisionValue> = (state, record) => {
  const { decisionRequirementsKey, decisionId, decisionKey } = record.value;
  putVersion(decisionTables(state), record.value);
  state.requiredDecisions.put(decisionRequirementsKey, decisionId, decisionKey);
};

import type { DecisionRequirementsValue } from '@waggle/protocol';
import { decisionRequirementsTables, removeVersion } from '../state/versioned-tables.ts';
import type { Applier } from './applier.ts';

export const decisionRequirementsDeleted: Applier<DecisionRequirementsValue> = (state, record) => {
  removeVersion(decisionRequirementsTables(state), record.value);
};

import type { DecisionRequirementsValue } from '@waggle/protocol';
import { decisionRequirementsTables, putVersion } from '../state/versioned-tables.ts';
import type { Applier } from './applier.ts';

export const decisionRequirementsCreated: Applier<DecisionRequirementsValue> = (state, record) => {
  putVersion(decisionRequirementsTables(state), record.value);
};

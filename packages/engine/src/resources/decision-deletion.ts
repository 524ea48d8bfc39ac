/** Deletes decision models. A task that calls one of its decisions finds an older version from then on, or none. */
import { DecisionIntent, DecisionRequirementsIntent, type Key, ValueType } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import type { Deletable } from './deletable.ts';

export function deletableDecisions({ state, write }: Processing, key: Key): Deletable | undefined {
  const requirements = state.decisionRequirements.get(key);
  return (
    requirements && {
      resourceType: 'DECISION_REQUIREMENTS',
      resourceId: requirements.decisionRequirementsId,
      tenantId: requirements.tenantId,
      plan: () => () => {
        const decisionKeys: Key[] = [];
        state.requiredDecisions.forEach(key, (_id, decisionKey) => decisionKeys.push(decisionKey));
        for (const decisionKey of decisionKeys) {
          const decision = state.decisions.get(decisionKey);
          if (decision !== undefined) write.event(ValueType.DECISION, DecisionIntent.DELETED, decisionKey, decision);
        }
        const value = { ...requirements, resource: new Uint8Array() };
        write.event(ValueType.DECISION_REQUIREMENTS, DecisionRequirementsIntent.DELETED, key, value);
      },
    }
  );
}

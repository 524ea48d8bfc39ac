import { DecisionRequirementsIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

const decoder = new TextDecoder();

export const foldDecisionRequirements: Fold<typeof ValueType.DECISION_REQUIREMENTS> = (
  { intent, value, timestamp },
  { changes, isFirstPartition },
) => {
  if (!isFirstPartition) return;
  const rowKey = { decision_requirements_key: value.decisionRequirementsKey };
  switch (intent) {
    case DecisionRequirementsIntent.CREATED:
      changes.insert('decision_requirements', {
        ...rowKey,
        decision_requirements_id: value.decisionRequirementsId,
        name: value.decisionRequirementsName,
        version: value.decisionRequirementsVersion,
        resource_name: value.resourceName,
        dmn_xml: decoder.decode(value.resource),
        deployment_key: value.deploymentKey,
        tenant_id: value.tenantId,
        state: 'ACTIVE',
        deployed_date: timestamp,
      });
      break;
    case DecisionRequirementsIntent.DELETED:
      // What was evaluated still refers to it.
      changes.update('decision_requirements', rowKey, { state: 'DELETED' });
      break;
  }
};

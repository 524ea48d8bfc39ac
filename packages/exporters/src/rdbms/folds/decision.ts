import { DecisionIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

export const foldDecision: Fold<typeof ValueType.DECISION> = ({ intent, value }, { changes, isFirstPartition }) => {
  if (!isFirstPartition) return;
  const rowKey = { decision_definition_key: value.decisionKey };
  switch (intent) {
    case DecisionIntent.CREATED:
      changes.insert('decision_definition', {
        ...rowKey,
        decision_definition_id: value.decisionId,
        name: value.decisionName,
        version: value.version,
        version_tag: value.versionTag === '' ? null : value.versionTag,
        decision_requirements_key: value.decisionRequirementsKey,
        decision_requirements_id: value.decisionRequirementsId,
        deployment_key: value.deploymentKey,
        tenant_id: value.tenantId,
        state: 'ACTIVE',
      });
      break;
    case DecisionIntent.DELETED:
      // What was evaluated still refers to it.
      changes.update('decision_definition', rowKey, { state: 'DELETED' });
      break;
  }
};

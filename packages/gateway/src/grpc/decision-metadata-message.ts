import type { DecisionMetadata, DecisionRequirementsMetadata } from '@waggle/protocol';

/** `gateway_protocol.DecisionMetadata`. */
export function decisionMetadataMessage(metadata: DecisionMetadata): object {
  return {
    dmnDecisionId: metadata.decisionId,
    dmnDecisionName: metadata.decisionName,
    version: metadata.version,
    decisionKey: String(metadata.decisionKey),
    dmnDecisionRequirementsId: metadata.decisionRequirementsId,
    decisionRequirementsKey: String(metadata.decisionRequirementsKey),
    tenantId: metadata.tenantId,
  };
}

/** `gateway_protocol.DecisionRequirementsMetadata`. */
export function decisionRequirementsMetadataMessage(metadata: DecisionRequirementsMetadata): object {
  return {
    dmnDecisionRequirementsId: metadata.decisionRequirementsId,
    dmnDecisionRequirementsName: metadata.decisionRequirementsName,
    version: metadata.decisionRequirementsVersion,
    decisionRequirementsKey: String(metadata.decisionRequirementsKey),
    resourceName: metadata.resourceName,
    tenantId: metadata.tenantId,
  };
}

import { deployResources } from '../../dispatch/operations/deploy-resources.ts';
import { checkTenantId } from '../../dispatch/tenant-id.ts';
import { decisionMetadataMessage, decisionRequirementsMetadataMessage } from '../decision-metadata-message.ts';
import { formMetadataMessage } from '../form-metadata-message.ts';
import { processMetadataMessage } from '../process-metadata-message.ts';
import { unaryRpc } from '../rpc-handler.ts';

interface DeployResourceRequest {
  readonly resources: readonly { readonly name: string; readonly content: Uint8Array }[];
  readonly tenantId: string;
}

export const deployResource = unaryRpc(async (request: DeployResourceRequest, { router }) => {
  const { key, value } = await deployResources(router, {
    resources: request.resources.map(({ name, content }) => ({ resourceName: name, resource: content })),
    tenantId: checkTenantId('gRPC request DeployResource', request.tenantId),
  });
  return {
    key: String(key),
    // The interface has no message for resources that are neither process nor form; they are deployed all the same.
    deployments: [
      ...value.processesMetadata.map((metadata) => ({ process: processMetadataMessage(metadata) })),
      ...value.decisionsMetadata.map((metadata) => ({ decision: decisionMetadataMessage(metadata) })),
      ...value.decisionRequirementsMetadata.map((metadata) => ({
        decisionRequirements: decisionRequirementsMetadataMessage(metadata),
      })),
      ...value.formsMetadata.map((metadata) => ({ form: formMetadataMessage(metadata) })),
    ],
    tenantId: value.tenantId,
  };
});

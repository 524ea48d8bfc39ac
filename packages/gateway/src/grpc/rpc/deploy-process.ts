import { DEFAULT_TENANT_ID } from '@waggle/protocol';
import { deployResources } from '../../dispatch/operations/deploy-resources.ts';
import { processMetadataMessage } from '../process-metadata-message.ts';
import { unaryRpc } from '../rpc-handler.ts';

interface DeployProcessRequest {
  readonly processes: readonly { readonly name: string; readonly definition: Uint8Array }[];
}

/** The rpc from before other resources than processes existed. */
export const deployProcess = unaryRpc(async (request: DeployProcessRequest, { router }) => {
  const { key, value } = await deployResources(router, {
    resources: request.processes.map(({ name, definition }) => ({ resourceName: name, resource: definition })),
    tenantId: DEFAULT_TENANT_ID,
  });
  return { key: String(key), processes: value.processesMetadata.map(processMetadataMessage) };
});

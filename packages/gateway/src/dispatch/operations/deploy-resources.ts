import { DeploymentIntent, type DeploymentResource, deploymentCommandValue, NO_KEY, ValueType } from '@waggle/protocol';
import { argumentError } from '../command-failure.ts';
import type { Answer, CommandRouter } from '../command-router.ts';

/**
 * Deploys all resources or none. The answer's metadata is in the order of the resources.
 * @param input.tenantId checked by `checkTenantId`.
 */
export async function deployResources(
  router: CommandRouter,
  input: { readonly resources: readonly DeploymentResource[]; readonly tenantId: string },
): Answer<typeof ValueType.DEPLOYMENT> {
  if (input.resources.length === 0) throw argumentError('Expected to deploy at least one resource, but none given');
  return router.sendToDeploymentPartition({
    valueType: ValueType.DEPLOYMENT,
    intent: DeploymentIntent.CREATE,
    key: NO_KEY,
    value: deploymentCommandValue(input.resources, input.tenantId),
  });
}

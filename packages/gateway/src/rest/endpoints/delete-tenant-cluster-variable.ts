import { checkTenantId, deleteClusterVariable } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { clusterVariableName, tenantId } from '../schemas/identifiers.ts';

export const deleteTenantClusterVariable = defineEndpoint({
  method: 'DELETE',
  path: '/cluster-variables/tenants/{tenantId}/{name}',
  operationId: 'deleteTenantClusterVariable',
  tag: 'Cluster Variable',
  summary: 'Deletes a variable of a tenant',
  since: '8.9',
  parameters: { tenantId, name: clusterVariableName },
  body: noBody,
  success: { status: 204, description: 'The variable is deleted.' },
  errors: [400, 404, 500, 503],

  async handle(call) {
    await deleteClusterVariable(call.dispatch.router, {
      name: call.identifier('name', clusterVariableName),
      tenantId: checkTenantId('request Delete Cluster Variable', call.identifier('tenantId', tenantId)),
    });
    return noContent;
  },
});

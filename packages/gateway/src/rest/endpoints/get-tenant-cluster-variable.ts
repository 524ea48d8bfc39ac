import { clusterVariableId, entities } from '@waggle/search';
import { checkTenantId } from '../../dispatch/index.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { notFound } from '../errors.ts';
import { clusterVariableResult } from '../schemas/cluster-variable-requests.ts';
import { clusterVariableName, tenantId } from '../schemas/identifiers.ts';
import { answerOf, read } from '../search-endpoint.ts';

export const getTenantClusterVariable = defineEndpoint({
  method: 'GET',
  path: '/cluster-variables/tenants/{tenantId}/{name}',
  operationId: 'getTenantClusterVariable',
  tag: 'Cluster Variable',
  summary: 'Tells the value of a variable of a tenant',
  since: '8.9',
  parameters: { tenantId, name: clusterVariableName },
  body: noBody,
  success: { status: 200, description: 'The variable.', schema: clusterVariableResult },
  errors: [400, 403, 404, 500, 503],

  async handle(call) {
    const name = call.identifier('name', clusterVariableName);
    const tenant = checkTenantId('request Get Cluster Variable', call.identifier('tenantId', tenantId));
    const key = clusterVariableId({ tenantId: tenant, name });
    const answer = await read(call, { kind: 'get', entity: entities.ClusterVariable.name, key });
    if (answer.body === undefined) {
      throw notFound(`Cluster variable of tenant '${tenant}' with name '${name}' not found`);
    }
    return answerOf(answer);
  },
});

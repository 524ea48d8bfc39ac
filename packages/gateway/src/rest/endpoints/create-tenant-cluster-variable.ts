import { checkTenantId, createClusterVariable } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { clusterVariableJson, clusterVariableValue } from '../cluster-variable-json.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { clusterVariableResult, createClusterVariableRequest } from '../schemas/cluster-variable-requests.ts';
import { tenantId } from '../schemas/identifiers.ts';

export const createTenantClusterVariable = defineEndpoint({
  method: 'POST',
  path: '/cluster-variables/tenants/{tenantId}',
  operationId: 'createTenantClusterVariable',
  tag: 'Cluster Variable',
  summary: 'Creates a variable of a tenant',
  since: '8.9',
  parameters: { tenantId },
  body: jsonBody(createClusterVariableRequest),
  success: { status: 200, description: 'The variable is created.', schema: clusterVariableResult },
  errors: [400, 409, 500, 503],

  async handle(call) {
    const { value } = await createClusterVariable(call.dispatch.router, {
      name: call.body.name,
      tenantId: checkTenantId('request Create Cluster Variable', call.identifier('tenantId', tenantId)),
      value: clusterVariableValue(call.memberText('value')),
    });
    return ok(clusterVariableJson(value));
  },
});

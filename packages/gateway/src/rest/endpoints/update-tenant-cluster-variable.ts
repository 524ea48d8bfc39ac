import { checkTenantId, updateClusterVariable } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { clusterVariableJson, clusterVariableValue } from '../cluster-variable-json.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { clusterVariableResult, updateClusterVariableRequest } from '../schemas/cluster-variable-requests.ts';
import { clusterVariableName, tenantId } from '../schemas/identifiers.ts';

export const updateTenantClusterVariable = defineEndpoint({
  method: 'PUT',
  path: '/cluster-variables/tenants/{tenantId}/{name}',
  operationId: 'updateTenantClusterVariable',
  tag: 'Cluster Variable',
  summary: 'Changes the value of a variable of a tenant',
  since: '8.9',
  parameters: { tenantId, name: clusterVariableName },
  body: jsonBody(updateClusterVariableRequest),
  success: { status: 200, description: 'The variable has the new value.', schema: clusterVariableResult },
  errors: [400, 404, 500, 503],

  async handle(call) {
    const { value } = await updateClusterVariable(call.dispatch.router, {
      name: call.identifier('name', clusterVariableName),
      tenantId: checkTenantId('request Update Cluster Variable', call.identifier('tenantId', tenantId)),
      value: clusterVariableValue(call.memberText('value')),
    });
    return ok(clusterVariableJson(value));
  },
});

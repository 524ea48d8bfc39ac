import { createClusterVariable } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { clusterVariableJson, clusterVariableValue } from '../cluster-variable-json.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { clusterVariableResult, createClusterVariableRequest } from '../schemas/cluster-variable-requests.ts';

export const createGlobalClusterVariable = defineEndpoint({
  method: 'POST',
  path: '/cluster-variables/global',
  operationId: 'createGlobalClusterVariable',
  tag: 'Cluster Variable',
  summary: 'Creates a variable of the whole cluster',
  since: '8.9',
  body: jsonBody(createClusterVariableRequest),
  success: { status: 200, description: 'The variable is created.', schema: clusterVariableResult },
  errors: [400, 409, 500, 503],

  async handle(call) {
    const { value } = await createClusterVariable(call.dispatch.router, {
      name: call.body.name,
      value: clusterVariableValue(call.memberText('value')),
    });
    return ok(clusterVariableJson(value));
  },
});

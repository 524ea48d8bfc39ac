import { clusterVariableId, entities } from '@waggle/search';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { notFound } from '../errors.ts';
import { clusterVariableResult } from '../schemas/cluster-variable-requests.ts';
import { clusterVariableName } from '../schemas/identifiers.ts';
import { answerOf, read } from '../search-endpoint.ts';

export const getGlobalClusterVariable = defineEndpoint({
  method: 'GET',
  path: '/cluster-variables/global/{name}',
  operationId: 'getGlobalClusterVariable',
  tag: 'Cluster Variable',
  summary: 'Tells the value of a variable of the whole cluster',
  since: '8.9',
  parameters: { name: clusterVariableName },
  body: noBody,
  success: { status: 200, description: 'The variable.', schema: clusterVariableResult },
  errors: [400, 403, 404, 500, 503],

  async handle(call) {
    const name = call.identifier('name', clusterVariableName);
    const key = clusterVariableId({ name });
    const answer = await read(call, { kind: 'get', entity: entities.ClusterVariable.name, key });
    if (answer.body === undefined) throw notFound(`Global cluster variable with name '${name}' not found`);
    return answerOf(answer);
  },
});

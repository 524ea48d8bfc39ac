import { deleteClusterVariable } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { clusterVariableName } from '../schemas/identifiers.ts';

export const deleteGlobalClusterVariable = defineEndpoint({
  method: 'DELETE',
  path: '/cluster-variables/global/{name}',
  operationId: 'deleteGlobalClusterVariable',
  tag: 'Cluster Variable',
  summary: 'Deletes a variable of the whole cluster',
  since: '8.9',
  parameters: { name: clusterVariableName },
  body: noBody,
  success: { status: 204, description: 'The variable is deleted.' },
  errors: [400, 404, 500, 503],

  async handle(call) {
    await deleteClusterVariable(call.dispatch.router, {
      name: call.identifier('name', clusterVariableName),
    });
    return noContent;
  },
});

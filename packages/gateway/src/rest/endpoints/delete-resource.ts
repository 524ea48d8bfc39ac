import { deleteResource as deleteDeployed } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { jsonKey, jsonObject } from '../json-text.ts';
import { deleteResourceRequest, deleteResourceResponse } from '../schemas/delete-resource-request.ts';
import { resourceKey } from '../schemas/keys.ts';

export const deleteResource = defineEndpoint({
  method: 'POST',
  path: '/resources/{resourceKey}/deletion',
  operationId: 'deleteResource',
  tag: 'Resource',
  summary: 'Deletes a deployed process, decision model, form or other resource',
  since: '8.6',
  parameters: { resourceKey },
  body: optionalJsonBody(deleteResourceRequest),
  success: { status: 200, description: 'The resource is deleted.', schema: deleteResourceResponse },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    const { value } = await deleteDeployed(call.dispatch.router, {
      resourceKey: call.key('resourceKey'),
      isDeleteHistory: call.body.deleteHistory ?? false,
      operationReference: call.operationReference(),
    });
    // History goes with the resource, not in an operation of its own.
    return ok(jsonObject({ resourceKey: jsonKey(value.resourceKey), batchOperation: 'null' }));
  },
});

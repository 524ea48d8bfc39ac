import { deleteGlobalListener } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { globalListenerId } from '../schemas/identifiers.ts';

export const deleteGlobalTaskListener = defineEndpoint({
  method: 'DELETE',
  path: '/global-task-listeners/{id}',
  operationId: 'deleteGlobalTaskListener',
  tag: 'Global listener',
  summary: 'Removes a listener for the user tasks of every process',
  since: '8.9',
  parameters: { id: globalListenerId },
  body: noBody,
  success: { status: 204, description: 'The listener is gone.' },
  errors: [400, 404, 500, 503],

  async handle(call) {
    await deleteGlobalListener(call.dispatch.router, { id: call.identifier('id', globalListenerId) });
    return noContent;
  },
});

import { updateGlobalListener } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { globalListenerInput, globalTaskListenerJson } from '../global-task-listener-json.ts';
import { globalTaskListenerResult, updateGlobalTaskListenerRequest } from '../schemas/global-task-listener-request.ts';
import { globalListenerId } from '../schemas/identifiers.ts';

export const updateGlobalTaskListener = defineEndpoint({
  method: 'PUT',
  path: '/global-task-listeners/{id}',
  operationId: 'updateGlobalTaskListener',
  tag: 'Global listener',
  summary: 'Replaces a listener for the user tasks of every process',
  since: '8.9',
  parameters: { id: globalListenerId },
  body: jsonBody(updateGlobalTaskListenerRequest),
  success: { status: 200, description: 'The listener as it is now.', schema: globalTaskListenerResult },
  errors: [400, 404, 500, 503],

  async handle(call) {
    const input = globalListenerInput(call.identifier('id', globalListenerId), call.body);
    const { value } = await updateGlobalListener(call.dispatch.router, input);
    return ok(globalTaskListenerJson(value));
  },
});

import { createGlobalListener } from '../../dispatch/index.ts';
import { created } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { globalListenerInput, globalTaskListenerJson } from '../global-task-listener-json.ts';
import { createGlobalTaskListenerRequest, globalTaskListenerResult } from '../schemas/global-task-listener-request.ts';

export const createGlobalTaskListener = defineEndpoint({
  method: 'POST',
  path: '/global-task-listeners',
  operationId: 'createGlobalTaskListener',
  tag: 'Global listener',
  summary: 'Adds a listener for the user tasks of every process',
  since: '8.9',
  body: jsonBody(createGlobalTaskListenerRequest),
  success: { status: 201, description: 'The listener is there.', schema: globalTaskListenerResult },
  errors: [400, 409, 500, 503],

  async handle({ dispatch, body }) {
    const { value } = await createGlobalListener(dispatch.router, globalListenerInput(body.id, body));
    return created(globalTaskListenerJson(value));
  },
});

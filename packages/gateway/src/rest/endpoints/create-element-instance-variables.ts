import { setVariables } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { elementInstanceKey } from '../schemas/keys.ts';
import { setVariableRequest } from '../schemas/set-variable-request.ts';

export const createElementInstanceVariables = defineEndpoint({
  method: 'PUT',
  path: '/element-instances/{elementInstanceKey}/variables',
  operationId: 'createElementInstanceVariables',
  tag: 'Element instance',
  summary: 'Sets variables of an element instance or process instance',
  since: '8.6',
  parameters: { elementInstanceKey },
  body: jsonBody(setVariableRequest),
  success: { status: 204, description: 'The variables are set.' },
  errors: [400, 404, 500, 503, 504],

  async handle(call) {
    await setVariables(call.dispatch.router, {
      elementInstanceKey: call.key('elementInstanceKey'),
      variables: call.variables(),
      isLocal: call.body.local ?? false,
      operationReference: call.operationReference(),
    });
    return noContent;
  },
});

import { resolveIncident as resolve } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { incidentKey } from '../schemas/keys.ts';
import { incidentResolutionRequest } from '../schemas/operation-requests.ts';

export const resolveIncident = defineEndpoint({
  method: 'POST',
  path: '/incidents/{incidentKey}/resolution',
  operationId: 'resolveIncident',
  tag: 'Incident',
  summary: 'Lets the stuck element or job of an incident try again',
  since: '8.6',
  parameters: { incidentKey },
  body: optionalJsonBody(incidentResolutionRequest),
  success: { status: 204, description: 'The incident is resolved.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    await resolve(call.dispatch.router, {
      incidentKey: call.key('incidentKey'),
      operationReference: call.operationReference(),
    });
    return noContent;
  },
});

import { pinClock as pin } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { clockPinRequest } from '../schemas/clock-pin-request.ts';

export const pinClock = defineEndpoint({
  method: 'PUT',
  path: '/clock',
  operationId: 'pinClock',
  tag: 'Clock',
  summary: 'Stops the clock of the engine at a moment',
  since: '8.6',
  body: jsonBody(clockPinRequest),
  success: { status: 204, description: 'The clock stands still.' },
  errors: [400, 500, 503],

  async handle(call) {
    await pin(call.dispatch.router, { time: call.body.timestamp });
    return noContent;
  },
});

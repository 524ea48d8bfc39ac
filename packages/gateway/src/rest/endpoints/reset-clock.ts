import { resetClock as reset } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';

export const resetClock = defineEndpoint({
  method: 'POST',
  path: '/clock/reset',
  operationId: 'resetClock',
  tag: 'Clock',
  summary: 'Lets the clock of the engine tell the real time again',
  since: '8.6',
  body: noBody,
  success: { status: 204, description: 'The clock runs.' },
  errors: [500, 503],

  async handle({ dispatch }) {
    await reset(dispatch.router);
    return noContent;
  },
});

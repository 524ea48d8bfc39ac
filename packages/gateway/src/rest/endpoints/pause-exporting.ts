import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';

export const pauseExporting = defineEndpoint({
  method: 'POST',
  path: '/exporting/pause',
  operationId: 'pauseExporting',
  tag: 'Exporting',
  summary: 'Stops exporting, or with `soft` only keeps the log from forgetting what is exported',
  since: '8.10',
  query: { soft: { type: 'boolean', default: false } },
  body: noBody,
  success: { status: 204, description: 'The pause is kept, also across restarts. The status tells when it holds.' },
  errors: [400, 500, 503],

  async handle(call) {
    await call.dispatch.port.setExporting(call.flag('soft') ? 'softPaused' : 'paused');
    return noContent;
  },
});

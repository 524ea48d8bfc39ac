import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';

export const resumeExporting = defineEndpoint({
  method: 'POST',
  path: '/exporting/resume',
  operationId: 'resumeExporting',
  tag: 'Exporting',
  summary: 'Exports again, beginning with what came during the pause',
  since: '8.10',
  body: noBody,
  success: { status: 204, description: 'Exporters go on.' },
  errors: [500, 503],

  async handle({ dispatch }) {
    await dispatch.port.setExporting('exporting');
    return noContent;
  },
});

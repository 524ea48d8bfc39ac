import { ok } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { exportingStatusCodes, exportingStatusResponse } from '../schemas/exporting-status-response.ts';

export const getExportingStatus = defineEndpoint({
  method: 'GET',
  path: '/exporting',
  operationId: 'getExportingStatus',
  tag: 'Exporting',
  summary: 'Tells whether records are exported',
  since: '8.10',
  body: noBody,
  success: { status: 200, description: 'What exporters do on all partitions.', schema: exportingStatusResponse },
  errors: [500, 503],

  async handle({ dispatch }) {
    return ok(JSON.stringify({ status: exportingStatusCodes[await dispatch.port.exporting()] }));
  },
});

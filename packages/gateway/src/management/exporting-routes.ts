import type { ExportingStatus, PartitionPort } from '@waggle/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { exportingStatusCodes } from '../rest/schemas/exporting-status-response.ts';

export type ExportingControl = Pick<PartitionPort, 'exporting' | 'setExporting'>;

/**
 * Pauses and resumes exporting, in the original's form: whatever happens, HTTP says 200, and the body has the status.
 * @param control `undefined` while the server is starting.
 */
export function registerExportingRoutes(app: FastifyInstance, control: () => ExportingControl | undefined): void {
  const change = async (reply: FastifyReply, mode: Exclude<ExportingStatus, 'mixed'>) => {
    try {
      await started(control).setExporting(mode);
      return reply.send({ body: null, status: 204, contentType: null });
    } catch (error) {
      return reply.send({ body: { message: messageOf(error) }, status: 500, contentType: null });
    }
  };
  app.post<{ Querystring: { soft?: string } }>('/actuator/exporting/pause', ({ query: { soft = 'false' } }, reply) =>
    change(reply, soft === '' || soft === 'true' ? 'softPaused' : 'paused'),
  );
  app.post('/actuator/exporting/resume', (_request, reply) => change(reply, 'exporting'));
  // The original has no such path; an operator who pauses here wants to see here that it holds.
  app.get('/actuator/exporting', async (_request, reply) => {
    const exporting = control();
    if (exporting === undefined) return reply.code(503).send({ message: STARTING });
    return { status: exportingStatusCodes[await exporting.exporting()] };
  });
}

const STARTING = 'Expected a running broker, but it is starting';

function started(control: () => ExportingControl | undefined): ExportingControl {
  const exporting = control();
  if (exporting === undefined) throw new Error(STARTING);
  return exporting;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

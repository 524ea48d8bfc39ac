import { resolveIncident as sendResolveIncident } from '../../dispatch/operations/resolve-incident.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField, operationReferenceField } from '../wire-integer.ts';

interface ResolveIncidentRequest {
  readonly incidentKey: string;
  readonly operationReference?: string;
}

export const resolveIncident = unaryRpc(async (request: ResolveIncidentRequest, { router }) => {
  await sendResolveIncident(router, {
    incidentKey: keyField(request.incidentKey),
    operationReference: operationReferenceField(request.operationReference),
  });
  return {};
});

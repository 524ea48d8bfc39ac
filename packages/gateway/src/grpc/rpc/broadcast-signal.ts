import { broadcastSignal as sendBroadcastSignal } from '../../dispatch/operations/broadcast-signal.ts';
import { checkTenantId } from '../../dispatch/tenant-id.ts';
import { checkVariables } from '../../dispatch/variables-text.ts';
import { unaryRpc } from '../rpc-handler.ts';

interface BroadcastSignalRequest {
  readonly signalName: string;
  readonly variables: string;
  readonly tenantId: string;
}

export const broadcastSignal = unaryRpc(async (request: BroadcastSignalRequest, { router }) => {
  const { key, value } = await sendBroadcastSignal(router, {
    signalName: request.signalName,
    variables: checkVariables(request.variables),
    tenantId: checkTenantId('gRPC request BroadcastSignal', request.tenantId),
  });
  return { key: String(key), tenantId: value.tenantId };
});

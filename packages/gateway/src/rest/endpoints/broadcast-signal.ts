import { broadcastSignal as broadcast, checkTenantId } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { jsonKey, jsonObject, jsonText } from '../json-text.ts';
import { signalBroadcastRequest, signalBroadcastResult } from '../schemas/signal-broadcast-request.ts';

export const broadcastSignal = defineEndpoint({
  method: 'POST',
  path: '/signals/broadcast',
  operationId: 'broadcastSignal',
  tag: 'Signal',
  summary: 'Sends a signal to everybody who waits for it now',
  since: '8.6',
  body: jsonBody(signalBroadcastRequest),
  success: { status: 200, description: 'The signal is on its way.', schema: signalBroadcastResult },
  errors: [400, 404, 500, 503],

  async handle(call) {
    const { key, value } = await broadcast(call.dispatch.router, {
      signalName: call.body.signalName,
      variables: call.variables(),
      tenantId: checkTenantId('request Broadcast Signal', call.body.tenantId ?? ''),
    });
    return ok(jsonObject({ tenantId: jsonText(value.tenantId), signalKey: jsonKey(key) }));
  },
});

import { checkTenantId, correlateMessage as correlate } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { jsonKey, jsonObject, jsonText } from '../json-text.ts';
import { messageCorrelationRequest, messageCorrelationResult } from '../schemas/message-correlation-request.ts';

export const correlateMessage = defineEndpoint({
  method: 'POST',
  path: '/messages/correlation',
  operationId: 'correlateMessage',
  tag: 'Message',
  summary: 'Hands a message to a process instance that waits for it now',
  since: '8.6',
  body: jsonBody(messageCorrelationRequest),
  success: { status: 200, description: 'An instance received the message.', schema: messageCorrelationResult },
  errors: [400, 404, 500, 503],

  async handle(call) {
    const { body } = call;
    const { value } = await correlate(call.dispatch.router, {
      name: body.name,
      correlationKey: body.correlationKey ?? '',
      variables: call.variables(),
      tenantId: checkTenantId('request Correlate Message', body.tenantId ?? ''),
      businessId: body.businessId ?? undefined,
    });
    return ok(
      jsonObject({
        tenantId: jsonText(value.tenantId),
        messageKey: jsonKey(value.messageKey),
        processInstanceKey: jsonKey(value.processInstanceKey),
      }),
    );
  },
});

import { checkTenantId, publishMessage as publish } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { jsonKey, jsonObject, jsonText } from '../json-text.ts';
import { messagePublicationRequest, messagePublicationResult } from '../schemas/message-publication-request.ts';

export const publishMessage = defineEndpoint({
  method: 'POST',
  path: '/messages/publication',
  operationId: 'publishMessage',
  tag: 'Message',
  summary: 'Publishes a message, which may wait for its receivers',
  since: '8.6',
  body: jsonBody(messagePublicationRequest),
  success: { status: 200, description: 'The message is accepted.', schema: messagePublicationResult },
  errors: [400, 409, 500, 503],

  async handle(call) {
    const { body } = call;
    const record = await publish(call.dispatch.router, {
      name: body.name,
      correlationKey: body.correlationKey ?? '',
      timeToLiveMs: body.timeToLive ?? 0,
      messageId: body.messageId ?? '',
      variables: call.variables(),
      tenantId: checkTenantId('request Publish Message', body.tenantId ?? ''),
      businessId: body.businessId ?? undefined,
    });
    return ok(jsonObject({ tenantId: jsonText(record.value.tenantId), messageKey: jsonKey(record.key) }));
  },
});

import { publishMessage as sendPublishMessage } from '../../dispatch/operations/publish-message.ts';
import { checkTenantId } from '../../dispatch/tenant-id.ts';
import { checkVariables } from '../../dispatch/variables-text.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { millisecondsField } from '../wire-integer.ts';

interface PublishMessageRequest {
  readonly name: string;
  readonly correlationKey: string;
  readonly timeToLive: string;
  readonly messageId: string;
  readonly variables: string;
  readonly tenantId: string;
}

export const publishMessage = unaryRpc(async (request: PublishMessageRequest, { router }) => {
  const { key, value } = await sendPublishMessage(router, {
    name: request.name,
    correlationKey: request.correlationKey,
    timeToLiveMs: millisecondsField(request.timeToLive),
    messageId: request.messageId,
    variables: checkVariables(request.variables),
    tenantId: checkTenantId('gRPC request PublishMessage', request.tenantId),
  });
  return { key: String(key), tenantId: value.tenantId };
});

import { MessageCorrelationIntent, NO_KEY, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { checkTenantId } from '../tenant-id.ts';
import { checkVariables } from '../variables-text.ts';

export interface CorrelateMessageInput {
  readonly name: string;
  readonly correlationKey: string;
  /** JSON object text; empty = none. */
  readonly variables: string;
  readonly tenantId: string;
}

/** Resolves with the instance the message reached; rejected as NOT_FOUND when nobody waits for it. */
export async function correlateMessage(
  router: CommandRouter,
  input: CorrelateMessageInput,
): Answer<typeof ValueType.MESSAGE_CORRELATION> {
  return router.sendByCorrelationKey(
    {
      valueType: ValueType.MESSAGE_CORRELATION,
      intent: MessageCorrelationIntent.CORRELATE,
      key: NO_KEY,
      value: {
        name: input.name,
        correlationKey: input.correlationKey,
        variables: checkVariables(input.variables),
        messageKey: NO_KEY,
        processInstanceKey: NO_KEY,
        requestStreamId: -1,
        requestId: -1,
        tenantId: checkTenantId(input.tenantId),
      },
    },
    input.correlationKey,
  );
}

import { MessageCorrelationIntent, NO_KEY, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { VariablesText } from '../variables-text.ts';

export interface CorrelateMessageInput {
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: VariablesText;
  /** Checked by `checkTenantId`. */
  readonly tenantId: string;
  /** Only instances with this business id are meant, and those it starts get it; absent = any. */
  readonly businessId?: string | undefined;
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
        variables: input.variables,
        messageKey: NO_KEY,
        processInstanceKey: NO_KEY,
        requestStreamId: -1,
        requestId: -1,
        tenantId: input.tenantId,
        businessId: input.businessId ?? '',
      },
    },
    input.correlationKey,
  );
}

import { MessageIntent, NO_KEY, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { boundedDurationMs } from '../duration-ms.ts';
import type { VariablesText } from '../variables-text.ts';

export interface PublishMessageInput {
  readonly name: string;
  /** Empty only reaches message start events. */
  readonly correlationKey: string;
  /** Ms the message waits for a subscriber; 0 = not at all. */
  readonly timeToLiveMs: number;
  /** Refuses a second message with the same id, name and correlation key while the first waits; empty = no check. */
  readonly messageId: string;
  readonly variables: VariablesText;
  /** Checked by `checkTenantId`. */
  readonly tenantId: string;
  /** Only instances with this business id are meant, and those it starts get it; absent = any. */
  readonly businessId?: string | undefined;
}

/** Resolves when the message is accepted, whether or not anybody waits for it. */
export async function publishMessage(
  router: CommandRouter,
  input: PublishMessageInput,
): Answer<typeof ValueType.MESSAGE> {
  return router.sendByCorrelationKey(
    {
      valueType: ValueType.MESSAGE,
      intent: MessageIntent.PUBLISH,
      key: NO_KEY,
      value: {
        name: input.name,
        correlationKey: input.correlationKey,
        timeToLive: boundedDurationMs(input.timeToLiveMs),
        deadline: -1,
        messageId: input.messageId,
        variables: input.variables,
        tenantId: input.tenantId,
        businessId: input.businessId ?? '',
      },
    },
    input.correlationKey,
  );
}

import { NO_KEY, SignalIntent, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { VariablesText } from '../variables-text.ts';

export interface BroadcastSignalInput {
  readonly signalName: string;
  readonly variables: VariablesText;
  /** Checked by `checkTenantId`. */
  readonly tenantId: string;
}

/** Reaches whoever waits for the signal at this moment, on all partitions; nobody at all is fine as well. */
export async function broadcastSignal(
  router: CommandRouter,
  input: BroadcastSignalInput,
): Answer<typeof ValueType.SIGNAL> {
  return router.sendToAny({
    valueType: ValueType.SIGNAL,
    intent: SignalIntent.BROADCAST,
    key: NO_KEY,
    value: {
      signalName: input.signalName,
      variables: input.variables,
      afterKey: NO_KEY,
      untilKey: NO_KEY,
      tenantId: input.tenantId,
    },
  });
}

import { ClockIntent, NO_KEY, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

/** Stops the clock of all partitions. @param input.time epoch ms at which it stands still. */
export async function pinClock(
  router: CommandRouter,
  { time }: { readonly time: number },
): Answer<typeof ValueType.CLOCK> {
  return router.sendToDeploymentPartition({
    valueType: ValueType.CLOCK,
    intent: ClockIntent.PIN,
    key: NO_KEY,
    value: { time },
  });
}

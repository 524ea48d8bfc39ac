import { ClockIntent, NO_KEY, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

/** Lets the clock of all partitions tell the real time again. */
export async function resetClock(router: CommandRouter): Answer<typeof ValueType.CLOCK> {
  return router.sendToDeploymentPartition({
    valueType: ValueType.CLOCK,
    intent: ClockIntent.RESET,
    key: NO_KEY,
    value: { time: 0 },
  });
}

import { partitionIdOf, type SignalValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const signalBroadcasted: Applier<SignalValue> = (state, record) => {
  state.receivedSignals.put(BigInt(partitionIdOf(record.key)), record.key);
};

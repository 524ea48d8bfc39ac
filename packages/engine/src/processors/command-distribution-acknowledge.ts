import { CommandDistributionIntent, type CommandDistributionValue, RejectionType, ValueType } from '@waggle/protocol';
import { distributeNext } from '../behavior/distribution/command-distribution.ts';
import type { Processor } from './processor.ts';

/** A partition has processed a distributed command. */
export const commandDistributionAcknowledge: Processor<CommandDistributionValue> = (processing, command) => {
  const { key, value } = command;
  const { state, write } = processing;
  if (state.pendingDistributions.get(key, BigInt(value.partitionId)) !== true) {
    const reason = `Expected a pending distribution with key '${key}' to partition ${value.partitionId}, but there is none`;
    return write.reject(RejectionType.NOT_FOUND, reason);
  }
  const { ACKNOWLEDGED, FINISHED } = CommandDistributionIntent;
  // The receiver does not know in which queue the command came.
  const queueId = state.distributions.get(key)?.queueId ?? '';
  write.event(ValueType.COMMAND_DISTRIBUTION, ACKNOWLEDGED, key, { ...value, queueId });
  if (state.pendingDistributions.isEmpty(key)) {
    const finished = { ...value, partitionId: processing.partitionId, commandValue: new Uint8Array(), queueId };
    write.event(ValueType.COMMAND_DISTRIBUTION, FINISHED, key, finished);
  }
  distributeNext(processing, queueId, value.partitionId);
};

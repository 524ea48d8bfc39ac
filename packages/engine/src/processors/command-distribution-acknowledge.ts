import { CommandDistributionIntent, type CommandDistributionValue, RejectionType, ValueType } from '@waggle/protocol';
import type { Processor } from './processor.ts';

/** A partition has processed a distributed command. */
export const commandDistributionAcknowledge: Processor<CommandDistributionValue> = (processing, command) => {
  const { key, value } = command;
  const { state, write } = processing;
  if (!state.pendingDistributions.has(key, BigInt(value.partitionId))) {
    const reason = `Expected a pending distribution with key '${key}' to partition ${value.partitionId}, but there is none`;
    return write.reject(RejectionType.NOT_FOUND, reason);
  }
  const { ACKNOWLEDGED, FINISHED } = CommandDistributionIntent;
  write.event(ValueType.COMMAND_DISTRIBUTION, ACKNOWLEDGED, key, value);
  if (state.pendingDistributions.isEmpty(key)) {
    const finished = { ...value, partitionId: processing.partitionId, commandValue: new Uint8Array() };
    write.event(ValueType.COMMAND_DISTRIBUTION, FINISHED, key, finished);
  }
};

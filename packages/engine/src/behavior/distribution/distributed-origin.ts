import {
  CommandDistributionIntent,
  type LogRecord,
  NO_KEY,
  partitionIdOf,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { acknowledgeDistribution, type DistributionQueue } from './command-distribution.ts';

/**
 * Tells a command that another partition decided, which names it by a key of its own, from one of a client; and
 * acknowledges it: whatever comes of it here, it need not be sent again.
 */
export function isDistributed(processing: Processing, { key, valueType, intent }: LogRecord): boolean {
  const origin = key === NO_KEY ? processing.partitionId : partitionIdOf(key);
  if (origin === processing.partitionId) return false;
  acknowledgeDistribution(processing, key, origin, { valueType, intent });
  return true;
}

/** Where a command comes from: `repeated` is one of another partition that was here before. */
export type CommandOrigin = 'client' | 'distributed' | 'repeated';

/**
 * As isDistributed, for the commands of a queue: a partition gets them in ascending order of their keys, so what is not
 * newer than the last is a late repetition. That is refused; done again it would undo what followed.
 */
export function originOf(processing: Processing, command: LogRecord, queueId: DistributionQueue): CommandOrigin {
  if (!isDistributed(processing, command)) return 'client';
  const { state, write } = processing;
  const { key, valueType, intent } = command;
  const partitionId = partitionIdOf(key);
  const last = state.receivedDistributions.get(queueId, BigInt(partitionId));
  if (last !== undefined && key <= last) {
    write.reject(
      RejectionType.ALREADY_EXISTS,
      `Expected a command that is new for this partition, but the one with key '${key}' was here before`,
    );
    return 'repeated';
  }
  const { RECEIVED } = CommandDistributionIntent;
  const received = { partitionId, valueType, intent, commandValue: new Uint8Array(), queueId };
  write.event(ValueType.COMMAND_DISTRIBUTION, RECEIVED, key, received);
  return 'distributed';
}

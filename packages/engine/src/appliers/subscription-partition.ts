import { type LogRecord, type ProcessMessageSubscriptionValue, partitionIdOf } from '@waggle/protocol';

/** Whether the message side lies on another partition, so that requests to it must be repeated until answered. */
export function isSubscribedElsewhere({ key, value }: LogRecord<ProcessMessageSubscriptionValue>): boolean {
  return value.subscriptionPartitionId !== partitionIdOf(key);
}

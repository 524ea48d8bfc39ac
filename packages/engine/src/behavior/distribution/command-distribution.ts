/** Sends one command to every other partition, until each has acknowledged. Receivers are idempotent by key. */
import {
  CommandDistributionIntent,
  type Key,
  MessagePackReader,
  MessagePackWriter,
  type RecordValues,
  readValue,
  type ValueType,
  ValueType as ValueTypes,
  writeValue,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { distributionQueueName } from '../../state/table-names.ts';
import { sendCommand } from './send-command.ts';

/** Queues whose commands depend on each other: one is sent to a partition only when it has acknowledged the one before. */
export type DistributionQueue = 'definitions' | 'clock' | 'batchOperations' | 'signals' | 'globalListeners';

/** @param queueId absent when the command may overtake others, or be overtaken. */
export function distributeCommand<Type extends ValueType>(
  processing: Processing,
  key: Key,
  command: { readonly valueType: Type; readonly intent: number; readonly value: RecordValues[Type] },
  queueId: DistributionQueue | '' = '',
): void {
  if (processing.partitionCount === 1) return;
  const { valueType, intent } = command;
  const bytes = new MessagePackWriter();
  writeValue(bytes, valueType, command.value);
  const commandValue = bytes.take();
  const { STARTED, DISTRIBUTING, ENQUEUED } = CommandDistributionIntent;
  const started = { partitionId: processing.partitionId, valueType, intent, commandValue, queueId };
  processing.write.event(ValueTypes.COMMAND_DISTRIBUTION, STARTED, key, started);
  for (let partitionId = 1; partitionId <= processing.partitionCount; partitionId++) {
    if (partitionId === processing.partitionId) continue;
    const receiver = { ...started, partitionId, commandValue: new Uint8Array() };
    const isFree =
      queueId === '' || processing.state.distributionQueues.isEmpty(distributionQueueName(queueId, partitionId));
    processing.write.event(ValueTypes.COMMAND_DISTRIBUTION, isFree ? DISTRIBUTING : ENQUEUED, key, receiver);
    if (isFree) sendCommand(processing, partitionId, { valueType, intent, key, value: command.value });
  }
}

/** A partition has acknowledged: what waits for it in the same queue goes next. */
export function distributeNext(processing: Processing, queueId: string, partitionId: number): void {
  if (queueId === '') return;
  let nextKey: Key | undefined;
  processing.state.distributionQueues.forEach(distributionQueueName(queueId, partitionId), (key) => {
    nextKey = key;
    return false;
  });
  const next = nextKey === undefined ? undefined : processing.state.distributions.get(nextKey);
  if (nextKey === undefined || next === undefined) return;
  const { valueType, intent, commandValue } = next;
  processing.write.event(ValueTypes.COMMAND_DISTRIBUTION, CommandDistributionIntent.DISTRIBUTING, nextKey, {
    partitionId,
    valueType,
    intent,
    commandValue: new Uint8Array(),
    queueId,
  });
  const value = distributedValue(valueType, commandValue);
  sendCommand(processing, partitionId, { valueType, intent, key: nextKey, value });
}

/** Tells the origin that a distributed command is processed here. */
export function acknowledgeDistribution(
  processing: Processing,
  key: Key,
  origin: number,
  command: { readonly valueType: ValueType; readonly intent: number },
): void {
  sendCommand(processing, origin, {
    valueType: ValueTypes.COMMAND_DISTRIBUTION,
    intent: CommandDistributionIntent.ACKNOWLEDGE,
    key,
    value: { partitionId: processing.partitionId, ...command, commandValue: new Uint8Array(), queueId: '' },
  });
}

/** The distributed command's value, to send it again. */
export function distributedValue<Type extends ValueType>(
  valueType: Type,
  commandValue: Uint8Array,
): RecordValues[Type] {
  return readValue(new MessagePackReader(commandValue), valueType);
}

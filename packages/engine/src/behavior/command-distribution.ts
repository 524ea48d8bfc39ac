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
import type { Processing } from '../processing.ts';
import { sendCommand } from './send-command.ts';

export function distributeCommand<Type extends ValueType>(
  processing: Processing,
  key: Key,
  command: { readonly valueType: Type; readonly intent: number; readonly value: RecordValues[Type] },
): void {
  if (processing.partitionCount === 1) return;
  const { valueType, intent } = command;
  const bytes = new MessagePackWriter();
  writeValue(bytes, valueType, command.value);
  const commandValue = bytes.take();
  const { STARTED, DISTRIBUTING } = CommandDistributionIntent;
  processing.write.event(ValueTypes.COMMAND_DISTRIBUTION, STARTED, key, {
    partitionId: processing.partitionId,
    valueType,
    intent,
    commandValue,
  });
  for (let partitionId = 1; partitionId <= processing.partitionCount; partitionId++) {
    if (partitionId === processing.partitionId) continue;
    processing.write.event(ValueTypes.COMMAND_DISTRIBUTION, DISTRIBUTING, key, {
      partitionId,
      valueType,
      intent,
      commandValue: new Uint8Array(),
    });
    sendCommand(processing, partitionId, { valueType, intent, key, value: command.value });
  }
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
    value: { partitionId: processing.partitionId, ...command, commandValue: new Uint8Array() },
  });
}

/** The distributed command's value, to send it again. */
export function distributedValue<Type extends ValueType>(
  valueType: Type,
  commandValue: Uint8Array,
): RecordValues[Type] {
  return readValue(new MessagePackReader(commandValue), valueType);
}

import { type Command, NO_KEY, type RecordValues, type ValueType } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';

/** Hands a command to a partition: as a follow-up when it is this one, otherwise over the broker, once durable. */
export function sendCommand<Type extends ValueType>(
  processing: Processing,
  partitionId: number,
  command: Pick<Command<Type>, 'valueType' | 'intent' | 'key'> & { readonly value: RecordValues[Type] },
): void {
  if (partitionId === processing.partitionId) {
    processing.write.followUp(command.valueType, command.intent, command.key, command.value);
    return;
  }
  processing.write.effect({
    kind: 'send',
    partitionId,
    command: { ...command, requestStreamId: -1, requestId: -1, operationReference: NO_KEY },
  });
}

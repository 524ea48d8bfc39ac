import {
  type Command,
  type MessagePackReader,
  type MessagePackWriter,
  readValue,
  type ValueType,
  writeValue,
} from '@waggle/protocol';

/** Commands between threads of one process: both ends have the same version. */
export function writeCommand(writer: MessagePackWriter, command: Command): void {
  writer.integer(command.valueType);
  writer.integer(command.intent);
  writer.key(command.key);
  writer.integer(command.requestStreamId);
  writer.integer(command.requestId);
  writer.key(command.operationReference);
  writeValue(writer, command.valueType, command.value);
}

export function readCommand(reader: MessagePackReader): Command {
  const valueType = reader.integer() as ValueType;
  return {
    valueType,
    intent: reader.integer(),
    key: reader.key(),
    requestStreamId: reader.integer(),
    requestId: reader.integer(),
    operationReference: reader.key(),
    value: readValue(reader, valueType),
  };
}

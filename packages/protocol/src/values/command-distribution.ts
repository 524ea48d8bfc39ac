import type { ValueCodec } from '../encoding/value-codec.ts';
import type { ValueType } from '../value-type.ts';

/** A command that every partition must process once; the record's key identifies the distribution. */
export interface CommandDistributionValue {
  /** Receiver in ENQUEUED, DISTRIBUTING, ACKNOWLEDGE and ACKNOWLEDGED; the origin otherwise. */
  readonly partitionId: number;
  readonly valueType: ValueType;
  readonly intent: number;
  /** The distributed command's value, encoded as in its own records; empty except in STARTED. */
  readonly commandValue: Uint8Array;
  /** Commands of one queue reach a partition in order; empty = in any order. */
  readonly queueId: string;
}

export const commandDistributionCodec: ValueCodec<CommandDistributionValue> = {
  write(writer, value) {
    writer.arrayHeader(5);
    writer.integer(value.partitionId);
    writer.integer(value.valueType);
    writer.integer(value.intent);
    writer.bytes(value.commandValue);
    writer.text(value.queueId);
  },
  read(reader, fields) {
    return {
      partitionId: reader.integer(),
      valueType: reader.integer() as ValueType,
      intent: reader.integer(),
      commandValue: reader.bytes(),
      queueId: fields > 4 ? reader.text() : '',
    };
  },
};

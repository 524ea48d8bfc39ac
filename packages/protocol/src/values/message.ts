import type { ValueCodec } from '../encoding/value-codec.ts';

export interface MessageValue {
  readonly name: string;
  readonly correlationKey: string;
  /** Ms the message stays buffered; 0 = not buffered. */
  readonly timeToLive: number;
  /** Epoch ms when the message expires; -1 in the command. */
  readonly deadline: number;
  /** Distinguishes copies of one message while it is buffered; empty = no check. */
  readonly messageId: string;
  /** JSON object text. */
  readonly variables: string;
  readonly tenantId: string;
  /** Limits the instances that may receive it to those with this business id, and is given to those it starts; empty = any. */
  readonly businessId: string;
}

export const messageCodec: ValueCodec<MessageValue> = {
  write(writer, value) {
    writer.arrayHeader(8);
    writer.text(value.name);
    writer.text(value.correlationKey);
    writer.integer(value.timeToLive);
    writer.integer(value.deadline);
    writer.text(value.messageId);
    writer.text(value.variables);
    writer.text(value.tenantId);
    writer.text(value.businessId);
  },
  read(reader, fields) {
    return {
      name: reader.text(),
      correlationKey: reader.text(),
      timeToLive: reader.integer(),
      deadline: reader.integer(),
      messageId: reader.text(),
      variables: reader.text(),
      tenantId: reader.text(),
      businessId: fields > 7 ? reader.text() : '',
    };
  },
};

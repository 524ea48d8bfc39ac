import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** A synchronous correlation: no buffering, the answer names the first instance hit. */
export interface MessageCorrelationValue {
  readonly name: string;
  readonly correlationKey: string;
  /** JSON object text. */
  readonly variables: string;
  readonly messageKey: Key;
  readonly processInstanceKey: Key;
  /** Where to answer once an instance on another partition confirmed; -1 without a waiting client. */
  readonly requestStreamId: number;
  readonly requestId: number;
  readonly tenantId: string;
  /** As of a message that is published. */
  readonly businessId: string;
}

export const messageCorrelationCodec: ValueCodec<MessageCorrelationValue> = {
  write(writer, value) {
    writer.arrayHeader(9);
    writer.text(value.name);
    writer.text(value.correlationKey);
    writer.text(value.variables);
    writer.key(value.messageKey);
    writer.key(value.processInstanceKey);
    writer.integer(value.requestStreamId);
    writer.integer(value.requestId);
    writer.text(value.tenantId);
    writer.text(value.businessId);
  },
  read(reader, fields) {
    return {
      name: reader.text(),
      correlationKey: reader.text(),
      variables: reader.text(),
      messageKey: reader.key(),
      processInstanceKey: reader.key(),
      requestStreamId: reader.integer(),
      requestId: reader.integer(),
      tenantId: reader.text(),
      businessId: fields > 8 ? reader.text() : '',
    };
  },
};

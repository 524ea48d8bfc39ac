import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** A subscription on the partition that the correlation key hashes to. */
export interface MessageSubscriptionValue {
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly bpmnProcessId: string;
  readonly messageName: string;
  readonly correlationKey: string;
  /** The message being or last correlated; NO_KEY before. */
  readonly messageKey: Key;
  readonly isInterrupting: boolean;
  /** JSON object text of the correlated message. */
  readonly variables: string;
  readonly tenantId: string;
}

export const messageSubscriptionCodec: ValueCodec<MessageSubscriptionValue> = {
  write(writer, value) {
    writer.arrayHeader(9);
    writer.key(value.processInstanceKey);
    writer.key(value.elementInstanceKey);
    writer.text(value.bpmnProcessId);
    writer.text(value.messageName);
    writer.text(value.correlationKey);
    writer.key(value.messageKey);
    writer.boolean(value.isInterrupting);
    writer.text(value.variables);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      processInstanceKey: reader.key(),
      elementInstanceKey: reader.key(),
      bpmnProcessId: reader.text(),
      messageName: reader.text(),
      correlationKey: reader.text(),
      messageKey: reader.key(),
      isInterrupting: reader.boolean(),
      variables: reader.text(),
      tenantId: reader.text(),
    };
  },
};

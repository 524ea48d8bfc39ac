import type { ValueCodec } from '../encoding/value-codec.ts';
import { type Key, NO_KEY } from '../key.ts';

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
  /**
   * Key of the instance's side. An element that waits anew for a message of the same name has a new one: whatever is on
   * its way about the former wait is told apart by it.
   */
  readonly processMessageSubscriptionKey: Key;
  /** Of the instance when it began to wait; empty without. */
  readonly businessId: string;
}

export const messageSubscriptionCodec: ValueCodec<MessageSubscriptionValue> = {
  write(writer, value) {
    writer.arrayHeader(11);
    writer.key(value.processInstanceKey);
    writer.key(value.elementInstanceKey);
    writer.text(value.bpmnProcessId);
    writer.text(value.messageName);
    writer.text(value.correlationKey);
    writer.key(value.messageKey);
    writer.boolean(value.isInterrupting);
    writer.text(value.variables);
    writer.text(value.tenantId);
    writer.key(value.processMessageSubscriptionKey);
    writer.text(value.businessId);
  },
  read(reader, fields) {
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
      processMessageSubscriptionKey: fields > 9 ? reader.key() : NO_KEY,
      businessId: fields > 10 ? reader.text() : '',
    };
  },
};

import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** The instance's side of a message subscription, on the partition of the process instance. */
export interface ProcessMessageSubscriptionValue {
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: Key;
  /** The catch event or receive task that continues. */
  readonly elementId: string;
  readonly messageName: string;
  readonly correlationKey: string;
  /** The message that correlated last; NO_KEY before. */
  readonly messageKey: Key;
  readonly isInterrupting: boolean;
  /** Partition that holds the message side. */
  readonly subscriptionPartitionId: number;
  /** JSON object text of the correlated message. */
  readonly variables: string;
  readonly tenantId: string;
  /** In DELETING and DELETED: closed only until the suspended instance is resumed. */
  readonly isHeld: boolean;
}

export const processMessageSubscriptionCodec: ValueCodec<ProcessMessageSubscriptionValue> = {
  write(writer, value) {
    writer.arrayHeader(13);
    writer.key(value.processInstanceKey);
    writer.key(value.elementInstanceKey);
    writer.text(value.bpmnProcessId);
    writer.key(value.processDefinitionKey);
    writer.text(value.elementId);
    writer.text(value.messageName);
    writer.text(value.correlationKey);
    writer.key(value.messageKey);
    writer.boolean(value.isInterrupting);
    writer.integer(value.subscriptionPartitionId);
    writer.text(value.variables);
    writer.text(value.tenantId);
    writer.boolean(value.isHeld);
  },
  read(reader, fields) {
    return {
      processInstanceKey: reader.key(),
      elementInstanceKey: reader.key(),
      bpmnProcessId: reader.text(),
      processDefinitionKey: reader.key(),
      elementId: reader.text(),
      messageName: reader.text(),
      correlationKey: reader.text(),
      messageKey: reader.key(),
      isInterrupting: reader.boolean(),
      subscriptionPartitionId: reader.integer(),
      variables: reader.text(),
      tenantId: reader.text(),
      isHeld: fields > 12 && reader.boolean(),
    };
  },
};

import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** A process that starts on a message; one per start event, on every partition. */
export interface MessageStartEventSubscriptionValue {
  readonly processDefinitionKey: Key;
  readonly bpmnProcessId: string;
  readonly startEventId: string;
  readonly messageName: string;
  /** Set when correlated; NO_KEY and empty before. */
  readonly processInstanceKey: Key;
  readonly messageKey: Key;
  readonly correlationKey: string;
  /** JSON object text of the correlated message. */
  readonly variables: string;
  readonly tenantId: string;
}

export const messageStartEventSubscriptionCodec: ValueCodec<MessageStartEventSubscriptionValue> = {
  write(writer, value) {
    writer.arrayHeader(9);
    writer.key(value.processDefinitionKey);
    writer.text(value.bpmnProcessId);
    writer.text(value.startEventId);
    writer.text(value.messageName);
    writer.key(value.processInstanceKey);
    writer.key(value.messageKey);
    writer.text(value.correlationKey);
    writer.text(value.variables);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      processDefinitionKey: reader.key(),
      bpmnProcessId: reader.text(),
      startEventId: reader.text(),
      messageName: reader.text(),
      processInstanceKey: reader.key(),
      messageKey: reader.key(),
      correlationKey: reader.text(),
      variables: reader.text(),
      tenantId: reader.text(),
    };
  },
};

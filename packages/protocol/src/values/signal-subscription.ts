import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** Somebody waits for a signal: an element instance, or a definition that starts on it. */
export interface SignalSubscriptionValue {
  readonly signalName: string;
  readonly processDefinitionKey: Key;
  readonly bpmnProcessId: string;
  readonly catchEventId: string;
  /** The waiting element instance; NO_KEY for a start event. */
  readonly catchEventInstanceKey: Key;
  /** NO_KEY for a start event. */
  readonly processInstanceKey: Key;
  readonly tenantId: string;
}

export const signalSubscriptionCodec: ValueCodec<SignalSubscriptionValue> = {
  write(writer, value) {
    writer.arrayHeader(7);
    writer.text(value.signalName);
    writer.key(value.processDefinitionKey);
    writer.text(value.bpmnProcessId);
    writer.text(value.catchEventId);
    writer.key(value.catchEventInstanceKey);
    writer.key(value.processInstanceKey);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      signalName: reader.text(),
      processDefinitionKey: reader.key(),
      bpmnProcessId: reader.text(),
      catchEventId: reader.text(),
      catchEventInstanceKey: reader.key(),
      processInstanceKey: reader.key(),
      tenantId: reader.text(),
    };
  },
};

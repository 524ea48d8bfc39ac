import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** A condition that somebody waits for. */
export interface ConditionalSubscriptionValue {
  /** Whose variables the condition sees. */
  readonly scopeKey: Key;
  /** The waiting element instance; NO_KEY for a start event. */
  readonly elementInstanceKey: Key;
  readonly processInstanceKey: Key;
  readonly processDefinitionKey: Key;
  readonly bpmnProcessId: string;
  readonly catchEventId: string;
  /** The expression, with its leading `=`. */
  readonly condition: string;
  /** Limits the changes that count to these variables; empty = all. */
  readonly variableNames: readonly string[];
  /** Limits the changes that count to `create` or `update`; empty = both. */
  readonly variableEvents: readonly string[];
  readonly isInterrupting: boolean;
  readonly tenantId: string;
}

export const conditionalSubscriptionCodec: ValueCodec<ConditionalSubscriptionValue> = {
  write(writer, value) {
    writer.arrayHeader(11);
    writer.key(value.scopeKey);
    writer.key(value.elementInstanceKey);
    writer.key(value.processInstanceKey);
    writer.key(value.processDefinitionKey);
    writer.text(value.bpmnProcessId);
    writer.text(value.catchEventId);
    writer.text(value.condition);
    writer.texts(value.variableNames);
    writer.texts(value.variableEvents);
    writer.boolean(value.isInterrupting);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      scopeKey: reader.key(),
      elementInstanceKey: reader.key(),
      processInstanceKey: reader.key(),
      processDefinitionKey: reader.key(),
      bpmnProcessId: reader.text(),
      catchEventId: reader.text(),
      condition: reader.text(),
      variableNames: reader.texts(),
      variableEvents: reader.texts(),
      isInterrupting: reader.boolean(),
      tenantId: reader.text(),
    };
  },
};

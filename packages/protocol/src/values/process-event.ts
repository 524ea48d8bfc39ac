import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** A trigger that waits to be consumed by an element, with its payload. */
export interface ProcessEventValue {
  /** The element instance the trigger belongs to; the definition's key for start events. */
  readonly scopeKey: Key;
  readonly targetElementId: string;
  /** JSON object text. */
  readonly variables: string;
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  /** The trigger ends everything else in its scope: an interrupting event sub-process or a terminate end event. */
  readonly interruptsScope: boolean;
  readonly tenantId: string;
}

export const processEventCodec: ValueCodec<ProcessEventValue> = {
  write(writer, value) {
    writer.arrayHeader(7);
    writer.key(value.scopeKey);
    writer.text(value.targetElementId);
    writer.text(value.variables);
    writer.key(value.processDefinitionKey);
    writer.key(value.processInstanceKey);
    writer.boolean(value.interruptsScope);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      scopeKey: reader.key(),
      targetElementId: reader.text(),
      variables: reader.text(),
      processDefinitionKey: reader.key(),
      processInstanceKey: reader.key(),
      interruptsScope: reader.boolean(),
      tenantId: reader.text(),
    };
  },
};

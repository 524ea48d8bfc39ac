import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

export interface VariableValue {
  readonly name: string;
  /** JSON text of the value. */
  readonly value: string;
  readonly scopeKey: Key;
  readonly processInstanceKey: Key;
  readonly processDefinitionKey: Key;
  readonly bpmnProcessId: string;
  readonly tenantId: string;
}

export const variableCodec: ValueCodec<VariableValue> = {
  write(writer, value) {
    writer.arrayHeader(7);
    writer.text(value.name);
    writer.text(value.value);
    writer.key(value.scopeKey);
    writer.key(value.processInstanceKey);
    writer.key(value.processDefinitionKey);
    writer.text(value.bpmnProcessId);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      name: reader.text(),
      value: reader.text(),
      scopeKey: reader.key(),
      processInstanceKey: reader.key(),
      processDefinitionKey: reader.key(),
      bpmnProcessId: reader.text(),
      tenantId: reader.text(),
    };
  },
};

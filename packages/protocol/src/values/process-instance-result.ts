import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** The answer to an awaited instance. */
export interface ProcessInstanceResultValue {
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  /** JSON object text of the root variables asked for. */
  readonly variables: string;
  readonly tags: readonly string[];
  readonly businessId: string;
  readonly tenantId: string;
}

export const processInstanceResultCodec: ValueCodec<ProcessInstanceResultValue> = {
  write(writer, value) {
    writer.arrayHeader(8);
    writer.text(value.bpmnProcessId);
    writer.integer(value.version);
    writer.key(value.processDefinitionKey);
    writer.key(value.processInstanceKey);
    writer.text(value.variables);
    writer.texts(value.tags);
    writer.text(value.businessId);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      bpmnProcessId: reader.text(),
      version: reader.integer(),
      processDefinitionKey: reader.key(),
      processInstanceKey: reader.key(),
      variables: reader.text(),
      tags: reader.texts(),
      businessId: reader.text(),
      tenantId: reader.text(),
    };
  },
};

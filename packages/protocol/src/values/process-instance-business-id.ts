import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** A business id that an instance gets other than by its creation: later, or from the instance that calls it. */
export interface ProcessInstanceBusinessIdValue {
  readonly processInstanceKey: Key;
  readonly businessId: string;
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: Key;
  readonly rootProcessInstanceKey: Key;
  readonly tenantId: string;
}

export const processInstanceBusinessIdCodec: ValueCodec<ProcessInstanceBusinessIdValue> = {
  write(writer, value) {
    writer.arrayHeader(6);
    writer.key(value.processInstanceKey);
    writer.text(value.businessId);
    writer.text(value.bpmnProcessId);
    writer.key(value.processDefinitionKey);
    writer.key(value.rootProcessInstanceKey);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      processInstanceKey: reader.key(),
      businessId: reader.text(),
      bpmnProcessId: reader.text(),
      processDefinitionKey: reader.key(),
      rootProcessInstanceKey: reader.key(),
      tenantId: reader.text(),
    };
  },
};

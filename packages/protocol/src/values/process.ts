import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** One version of a deployed process. */
export interface ProcessValue {
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly versionTag: string;
  readonly processDefinitionKey: Key;
  readonly deploymentKey: Key;
  readonly resourceName: string;
  readonly checksum: string;
  /** The BPMN document as deployed. */
  readonly resource: Uint8Array;
  readonly tenantId: string;
}

export const processCodec: ValueCodec<ProcessValue> = {
  write(writer, value) {
    writer.arrayHeader(9);
    writer.text(value.bpmnProcessId);
    writer.integer(value.version);
    writer.text(value.versionTag);
    writer.key(value.processDefinitionKey);
    writer.key(value.deploymentKey);
    writer.text(value.resourceName);
    writer.text(value.checksum);
    writer.bytes(value.resource);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      bpmnProcessId: reader.text(),
      version: reader.integer(),
      versionTag: reader.text(),
      processDefinitionKey: reader.key(),
      deploymentKey: reader.key(),
      resourceName: reader.text(),
      checksum: reader.text(),
      resource: reader.bytes(),
      tenantId: reader.text(),
    };
  },
};

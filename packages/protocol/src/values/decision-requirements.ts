import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** One version of a deployed decision model: a graph of decisions. */
export interface DecisionRequirementsValue {
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsName: string;
  readonly decisionRequirementsVersion: number;
  readonly decisionRequirementsKey: Key;
  readonly deploymentKey: Key;
  readonly namespace: string;
  readonly resourceName: string;
  readonly checksum: string;
  readonly resource: Uint8Array;
  readonly tenantId: string;
}

export const decisionRequirementsCodec: ValueCodec<DecisionRequirementsValue> = {
  write(writer, value) {
    writer.arrayHeader(10);
    writer.text(value.decisionRequirementsId);
    writer.text(value.decisionRequirementsName);
    writer.integer(value.decisionRequirementsVersion);
    writer.key(value.decisionRequirementsKey);
    writer.key(value.deploymentKey);
    writer.text(value.namespace);
    writer.text(value.resourceName);
    writer.text(value.checksum);
    writer.bytes(value.resource);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      decisionRequirementsId: reader.text(),
      decisionRequirementsName: reader.text(),
      decisionRequirementsVersion: reader.integer(),
      decisionRequirementsKey: reader.key(),
      deploymentKey: reader.key(),
      namespace: reader.text(),
      resourceName: reader.text(),
      checksum: reader.text(),
      resource: reader.bytes(),
      tenantId: reader.text(),
    };
  },
};

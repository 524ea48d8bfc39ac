import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** One version of a decision; what it computes stands in the resource of its requirements. */
export interface DecisionValue {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly version: number;
  readonly versionTag: string;
  readonly decisionKey: Key;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: Key;
  readonly deploymentKey: Key;
  readonly tenantId: string;
}

export const decisionCodec: ValueCodec<DecisionValue> = {
  write(writer, value) {
    writer.arrayHeader(9);
    writer.text(value.decisionId);
    writer.text(value.decisionName);
    writer.integer(value.version);
    writer.text(value.versionTag);
    writer.key(value.decisionKey);
    writer.text(value.decisionRequirementsId);
    writer.key(value.decisionRequirementsKey);
    writer.key(value.deploymentKey);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      decisionId: reader.text(),
      decisionName: reader.text(),
      version: reader.integer(),
      versionTag: reader.text(),
      decisionKey: reader.key(),
      decisionRequirementsId: reader.text(),
      decisionRequirementsKey: reader.key(),
      deploymentKey: reader.key(),
      tenantId: reader.text(),
    };
  },
};

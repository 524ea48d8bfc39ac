import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** One version of a deployed resource the engine only keeps, such as an RPA script. */
export interface ResourceValue {
  readonly resourceId: string;
  readonly version: number;
  readonly versionTag: string;
  readonly resourceKey: Key;
  readonly deploymentKey: Key;
  readonly resourceName: string;
  readonly checksum: string;
  readonly resource: Uint8Array;
  readonly tenantId: string;
}

export const resourceCodec: ValueCodec<ResourceValue> = {
  write(writer, value) {
    writer.arrayHeader(9);
    writer.text(value.resourceId);
    writer.integer(value.version);
    writer.text(value.versionTag);
    writer.key(value.resourceKey);
    writer.key(value.deploymentKey);
    writer.text(value.resourceName);
    writer.text(value.checksum);
    writer.bytes(value.resource);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      resourceId: reader.text(),
      version: reader.integer(),
      versionTag: reader.text(),
      resourceKey: reader.key(),
      deploymentKey: reader.key(),
      resourceName: reader.text(),
      checksum: reader.text(),
      resource: reader.bytes(),
      tenantId: reader.text(),
    };
  },
};

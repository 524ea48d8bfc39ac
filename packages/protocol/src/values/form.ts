import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** One version of a deployed form. */
export interface FormValue {
  readonly formId: string;
  readonly version: number;
  readonly versionTag: string;
  readonly formKey: Key;
  readonly deploymentKey: Key;
  readonly resourceName: string;
  readonly checksum: string;
  readonly resource: Uint8Array;
  readonly tenantId: string;
}

export const formCodec: ValueCodec<FormValue> = {
  write(writer, value) {
    writer.arrayHeader(9);
    writer.text(value.formId);
    writer.integer(value.version);
    writer.text(value.versionTag);
    writer.key(value.formKey);
    writer.key(value.deploymentKey);
    writer.text(value.resourceName);
    writer.text(value.checksum);
    writer.bytes(value.resource);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      formId: reader.text(),
      version: reader.integer(),
      versionTag: reader.text(),
      formKey: reader.key(),
      deploymentKey: reader.key(),
      resourceName: reader.text(),
      checksum: reader.text(),
      resource: reader.bytes(),
      tenantId: reader.text(),
    };
  },
};

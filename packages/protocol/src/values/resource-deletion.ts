import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** Deletes a deployed resource. */
export interface ResourceDeletionValue {
  readonly resourceKey: Key;
  /** Also removes what is known of its ended instances. */
  readonly isDeleteHistory: boolean;
  /** `PROCESS_DEFINITION`, `DECISION_REQUIREMENTS`, `FORM`, `RESOURCE`; empty in commands. */
  readonly resourceType: string;
  readonly resourceId: string;
  readonly tenantId: string;
}

export const resourceDeletionCodec: ValueCodec<ResourceDeletionValue> = {
  write(writer, value) {
    writer.arrayHeader(5);
    writer.key(value.resourceKey);
    writer.boolean(value.isDeleteHistory);
    writer.text(value.resourceType);
    writer.text(value.resourceId);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      resourceKey: reader.key(),
      isDeleteHistory: reader.boolean(),
      resourceType: reader.text(),
      resourceId: reader.text(),
      tenantId: reader.text(),
    };
  },
};

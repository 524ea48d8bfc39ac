import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** Removes what is known of something that has ended. */
export interface HistoryDeletionValue {
  readonly resourceKey: Key;
  /** `PROCESS_INSTANCE`, `DECISION_INSTANCE`, … */
  readonly resourceType: string;
  readonly processId: string;
  readonly tenantId: string;
}

export const historyDeletionCodec: ValueCodec<HistoryDeletionValue> = {
  write(writer, value) {
    writer.arrayHeader(4);
    writer.key(value.resourceKey);
    writer.text(value.resourceType);
    writer.text(value.processId);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      resourceKey: reader.key(),
      resourceType: reader.text(),
      processId: reader.text(),
      tenantId: reader.text(),
    };
  },
};

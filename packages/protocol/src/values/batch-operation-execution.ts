import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** The next items of a batch operation. */
export interface BatchOperationExecutionValue {
  readonly batchOperationKey: Key;
  /** In EXECUTED: empty when there are no more on this partition. */
  readonly itemKeys: readonly Key[];
  /** In ITEM_FAILED the rejection's type; in the last EXECUTED why the partition gave up. Otherwise empty. */
  readonly errorType: string;
  readonly errorMessage: string;
}

export const batchOperationExecutionCodec: ValueCodec<BatchOperationExecutionValue> = {
  write(writer, value) {
    writer.arrayHeader(4);
    writer.key(value.batchOperationKey);
    writer.keys(value.itemKeys);
    writer.text(value.errorType);
    writer.text(value.errorMessage);
  },
  read(reader, fields) {
    return {
      batchOperationKey: reader.key(),
      itemKeys: reader.keys(),
      errorType: fields > 2 ? reader.text() : '',
      errorMessage: fields > 3 ? reader.text() : '',
    };
  },
};

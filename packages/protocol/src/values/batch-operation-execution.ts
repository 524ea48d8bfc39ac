import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** The next items of a batch operation. */
export interface BatchOperationExecutionValue {
  readonly batchOperationKey: Key;
  readonly itemKeys: readonly Key[];
}

export const batchOperationExecutionCodec: ValueCodec<BatchOperationExecutionValue> = {
  write(writer, value) {
    writer.arrayHeader(2);
    writer.key(value.batchOperationKey);
    writer.keys(value.itemKeys);
  },
  read(reader) {
    return {
      batchOperationKey: reader.key(),
      itemKeys: reader.keys(),
    };
  },
};

import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';
import {
  type BatchOperationError,
  readBatchOperationError,
  writeBatchOperationError,
} from './batch-operation-lifecycle-management.ts';

/** One partition is through with its part of a batch operation. */
export interface BatchOperationPartitionLifecycleValue {
  readonly batchOperationKey: Key;
  readonly sourcePartitionId: number;
  readonly errors: readonly BatchOperationError[];
}

export const batchOperationPartitionLifecycleCodec: ValueCodec<BatchOperationPartitionLifecycleValue> = {
  write(writer, value) {
    writer.arrayHeader(3);
    writer.key(value.batchOperationKey);
    writer.integer(value.sourcePartitionId);
    writer.arrayHeader(value.errors.length);
    for (const item of value.errors) writeBatchOperationError(writer, item);
  },
  read(reader) {
    return {
      batchOperationKey: reader.key(),
      sourcePartitionId: reader.integer(),
      errors: Array.from({ length: reader.arrayHeader() }, () => readBatchOperationError(reader)),
    };
  },
};

import type { MessagePackReader } from '../encoding/message-pack-reader.ts';
import type { MessagePackWriter } from '../encoding/message-pack-writer.ts';
import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

export interface BatchOperationError {
  readonly partitionId: number;
  /** `QUERY_FAILED` or `RESULT_BUFFER_SIZE_EXCEEDED`. */
  readonly type: string;
  readonly message: string;
}

/** Suspends, resumes, cancels or ends a batch operation. */
export interface BatchOperationLifecycleManagementValue {
  readonly batchOperationKey: Key;
  readonly errors: readonly BatchOperationError[];
}

export const batchOperationLifecycleManagementCodec: ValueCodec<BatchOperationLifecycleManagementValue> = {
  write(writer, value) {
    writer.arrayHeader(2);
    writer.key(value.batchOperationKey);
    writer.arrayHeader(value.errors.length);
    for (const item of value.errors) writeBatchOperationError(writer, item);
  },
  read(reader) {
    return {
      batchOperationKey: reader.key(),
      errors: Array.from({ length: reader.arrayHeader() }, () => readBatchOperationError(reader)),
    };
  },
};

export function writeBatchOperationError(writer: MessagePackWriter, value: BatchOperationError): void {
  writer.arrayHeader(3);
  writer.integer(value.partitionId);
  writer.text(value.type);
  writer.text(value.message);
}

export function readBatchOperationError(reader: MessagePackReader): BatchOperationError {
  reader.arrayHeader();
  return {
    partitionId: reader.integer(),
    type: reader.text(),
    message: reader.text(),
  };
}

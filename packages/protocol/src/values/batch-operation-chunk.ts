import type { MessagePackReader } from '../encoding/message-pack-reader.ts';
import type { MessagePackWriter } from '../encoding/message-pack-writer.ts';
import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

export interface BatchOperationItem {
  readonly itemKey: Key;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
}

/** Entities of one partition a batch operation is to work on. */
export interface BatchOperationChunkValue {
  readonly batchOperationKey: Key;
  readonly items: readonly BatchOperationItem[];
}

export const batchOperationChunkCodec: ValueCodec<BatchOperationChunkValue> = {
  write(writer, value) {
    writer.arrayHeader(2);
    writer.key(value.batchOperationKey);
    writer.arrayHeader(value.items.length);
    for (const item of value.items) writeBatchOperationItem(writer, item);
  },
  read(reader) {
    return {
      batchOperationKey: reader.key(),
      items: Array.from({ length: reader.arrayHeader() }, () => readBatchOperationItem(reader)),
    };
  },
};

export function writeBatchOperationItem(writer: MessagePackWriter, value: BatchOperationItem): void {
  writer.arrayHeader(3);
  writer.key(value.itemKey);
  writer.key(value.processInstanceKey);
  writer.key(value.rootProcessInstanceKey);
}

export function readBatchOperationItem(reader: MessagePackReader): BatchOperationItem {
  reader.arrayHeader();
  return {
    itemKey: reader.key(),
    processInstanceKey: reader.key(),
    rootProcessInstanceKey: reader.key(),
  };
}

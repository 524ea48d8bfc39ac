import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';
import { type BatchOperationItem, readBatchOperationItem, writeBatchOperationItem } from './batch-operation-chunk.ts';

/** The search for the entities of a batch operation, or a page of what was found elsewhere. */
export interface BatchOperationInitializationValue {
  readonly batchOperationKey: Key;
  /** Where the search goes on; empty at the start. Of delivered items: the key of the last one before. */
  readonly searchResultCursor: string;
  readonly searchQueryPageSize: number;
  /** Of a delivery: the next items by ascending keys, all of this partition. Empty in events. */
  readonly items: readonly BatchOperationItem[];
  /** Of a delivery: there are no more items. */
  readonly isLast: boolean;
  /** Of a delivery: why the items cannot be found; empty when they can. */
  readonly failure: string;
}

export const batchOperationInitializationCodec: ValueCodec<BatchOperationInitializationValue> = {
  write(writer, value) {
    writer.arrayHeader(6);
    writer.key(value.batchOperationKey);
    writer.text(value.searchResultCursor);
    writer.integer(value.searchQueryPageSize);
    writer.arrayHeader(value.items.length);
    for (const item of value.items) writeBatchOperationItem(writer, item);
    writer.boolean(value.isLast);
    writer.text(value.failure);
  },
  read(reader, fields) {
    return {
      batchOperationKey: reader.key(),
      searchResultCursor: reader.text(),
      searchQueryPageSize: reader.integer(),
      items: fields > 3 ? Array.from({ length: reader.arrayHeader() }, () => readBatchOperationItem(reader)) : [],
      isLast: fields > 4 && reader.boolean(),
      failure: fields > 5 ? reader.text() : '',
    };
  },
};

/** A step of the search that a partition does itself. */
export const NO_DELIVERY = { items: [], isLast: false, failure: '' } as const;

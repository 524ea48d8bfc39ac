import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** The search for the entities of a batch operation. */
export interface BatchOperationInitializationValue {
  readonly batchOperationKey: Key;
  /** Where the search goes on; empty at the start. */
  readonly searchResultCursor: string;
  readonly searchQueryPageSize: number;
}

export const batchOperationInitializationCodec: ValueCodec<BatchOperationInitializationValue> = {
  write(writer, value) {
    writer.arrayHeader(3);
    writer.key(value.batchOperationKey);
    writer.text(value.searchResultCursor);
    writer.integer(value.searchQueryPageSize);
  },
  read(reader) {
    return {
      batchOperationKey: reader.key(),
      searchResultCursor: reader.text(),
      searchQueryPageSize: reader.integer(),
    };
  },
};

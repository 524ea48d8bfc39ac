import type { ValueCodec } from '../encoding/value-codec.ts';
import { type Key, NO_KEY } from '../key.ts';

/** Work on many children of one scope, cut into chunks that fit a batch. */
export interface ProcessInstanceBatchValue {
  readonly processInstanceKey: Key;
  /** The scope whose children are worked on. */
  readonly batchElementInstanceKey: Key;
  /** Child to go on behind; NO_KEY at the start. */
  readonly afterKey: Key;
  /** Children of a multi-instance body activated so far. */
  readonly index: number;
}

export const processInstanceBatchCodec: ValueCodec<ProcessInstanceBatchValue> = {
  write(writer, value) {
    writer.arrayHeader(4);
    writer.key(value.processInstanceKey);
    writer.key(value.batchElementInstanceKey);
    writer.key(value.afterKey);
    writer.integer(value.index);
  },
  read(reader, fields) {
    return {
      processInstanceKey: reader.key(),
      batchElementInstanceKey: reader.key(),
      afterKey: fields > 2 ? reader.key() : NO_KEY,
      index: fields > 3 ? reader.integer() : 0,
    };
  },
};

import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';
import type { ValueType } from '../value-type.ts';

/** A client request that is answered by a later command. */
export interface AsyncRequestValue {
  /** What the request is about. */
  readonly scopeKey: Key;
  readonly valueType: ValueType;
  readonly intent: number;
  readonly requestStreamId: number;
  readonly requestId: number;
  readonly operationReference: Key;
}

export const asyncRequestCodec: ValueCodec<AsyncRequestValue> = {
  write(writer, value) {
    writer.arrayHeader(6);
    writer.key(value.scopeKey);
    writer.integer(value.valueType);
    writer.integer(value.intent);
    writer.integer(value.requestStreamId);
    writer.integer(value.requestId);
    writer.key(value.operationReference);
  },
  read(reader) {
    return {
      scopeKey: reader.key(),
      valueType: reader.integer() as ValueType,
      intent: reader.integer(),
      requestStreamId: reader.integer(),
      requestId: reader.integer(),
      operationReference: reader.key(),
    };
  },
};

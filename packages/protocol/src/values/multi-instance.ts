import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** The collection a multi-instance body loops over, fixed once for the whole loop. */
export interface MultiInstanceValue {
  /** The body. */
  readonly elementInstanceKey: Key;
  readonly processInstanceKey: Key;
  /** The items as JSON texts. */
  readonly inputCollection: readonly string[];
}

export const multiInstanceCodec: ValueCodec<MultiInstanceValue> = {
  write(writer, value) {
    writer.arrayHeader(3);
    writer.key(value.elementInstanceKey);
    writer.key(value.processInstanceKey);
    writer.texts(value.inputCollection);
  },
  read(reader) {
    return {
      elementInstanceKey: reader.key(),
      processInstanceKey: reader.key(),
      inputCollection: reader.texts(),
    };
  },
};

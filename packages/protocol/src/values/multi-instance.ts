import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** What a multi-instance body goes through, fixed once for the whole loop, and what its inner instances give. */
export interface MultiInstanceValue {
  /** The body. */
  readonly elementInstanceKey: Key;
  readonly processInstanceKey: Key;
  /** INPUT_COLLECTION_EVALUATED: the items as JSON texts. */
  readonly inputCollection: readonly string[];
  /** Name of the variable that collects the outputs; empty when nothing is collected. */
  readonly outputCollection: string;
  /** OUTPUT_ELEMENT_COLLECTED: the inner instance's place in the loop, from 1; otherwise 0. */
  readonly loopCounter: number;
  /** OUTPUT_ELEMENT_COLLECTED: JSON text; otherwise empty. */
  readonly outputElement: string;
}

export const multiInstanceCodec: ValueCodec<MultiInstanceValue> = {
  write(writer, value) {
    writer.arrayHeader(6);
    writer.key(value.elementInstanceKey);
    writer.key(value.processInstanceKey);
    writer.texts(value.inputCollection);
    writer.text(value.outputCollection);
    writer.integer(value.loopCounter);
    writer.text(value.outputElement);
  },
  read(reader) {
    return {
      elementInstanceKey: reader.key(),
      processInstanceKey: reader.key(),
      inputCollection: reader.texts(),
      outputCollection: reader.text(),
      loopCounter: reader.integer(),
      outputElement: reader.text(),
    };
  },
};

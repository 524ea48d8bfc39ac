import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** A failure of our own while processing; the instance named is banned. */
export interface ErrorValue {
  readonly exceptionMessage: string;
  readonly stacktrace: string;
  /** Position of the command that failed. */
  readonly errorEventPosition: number;
  /** NO_KEY when no instance is involved. */
  readonly processInstanceKey: Key;
}

export const errorCodec: ValueCodec<ErrorValue> = {
  write(writer, value) {
    writer.arrayHeader(4);
    writer.text(value.exceptionMessage);
    writer.text(value.stacktrace);
    writer.integer(value.errorEventPosition);
    writer.key(value.processInstanceKey);
  },
  read(reader) {
    return {
      exceptionMessage: reader.text(),
      stacktrace: reader.text(),
      errorEventPosition: reader.integer(),
      processInstanceKey: reader.key(),
    };
  },
};

import type { MessagePackReader } from './message-pack-reader.ts';
import type { MessagePackWriter } from './message-pack-writer.ts';

/**
 * Encodes the value of one value type as a positional array. Fields are append-only: `read` gets the number of fields
 * the writer knew and fills later ones with their defaults, so an old log stays readable.
 */
export interface ValueCodec<Value> {
  write(writer: MessagePackWriter, value: Value): void;
  /** @param fields number of fields in the array, header already consumed. */
  read(reader: MessagePackReader, fields: number): Value;
}

import type { ValueCodec } from '../encoding/value-codec.ts';

/** The engine's clock. */
export interface ClockValue {
  /** Epoch ms to stand still at; 0 for a reset. */
  readonly time: number;
}

export const clockCodec: ValueCodec<ClockValue> = {
  write(writer, value) {
    writer.arrayHeader(1);
    writer.integer(value.time);
  },
  read(reader) {
    return {
      time: reader.integer(),
    };
  },
};

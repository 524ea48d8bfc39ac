import type { ValueCodec } from '../encoding/value-codec.ts';

/** A broadcast to everything that waits for a name. */
export interface SignalValue {
  readonly signalName: string;
  /** JSON object text. */
  readonly variables: string;
  readonly tenantId: string;
}

export const signalCodec: ValueCodec<SignalValue> = {
  write(writer, value) {
    writer.arrayHeader(3);
    writer.text(value.signalName);
    writer.text(value.variables);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      signalName: reader.text(),
      variables: reader.text(),
      tenantId: reader.text(),
    };
  },
};

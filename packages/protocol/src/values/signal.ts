import type { ValueCodec } from '../encoding/value-codec.ts';
import { type Key, NO_KEY } from '../key.ts';

/** A broadcast to everything that waits for a name. */
export interface SignalValue {
  readonly signalName: string;
  /** JSON object text. */
  readonly variables: string;
  readonly tenantId: string;
  /** A broadcast that reaches many goes on behind this subscription; NO_KEY at its beginning. */
  readonly afterKey: Key;
  /** Subscriptions from this key on were opened after the broadcast; NO_KEY = it is not decided on yet. */
  readonly untilKey: Key;
}

export const signalCodec: ValueCodec<SignalValue> = {
  write(writer, value) {
    writer.arrayHeader(5);
    writer.text(value.signalName);
    writer.text(value.variables);
    writer.text(value.tenantId);
    writer.key(value.afterKey);
    writer.key(value.untilKey);
  },
  read(reader, fields) {
    return {
      signalName: reader.text(),
      variables: reader.text(),
      tenantId: reader.text(),
      afterKey: fields > 3 ? reader.key() : NO_KEY,
      untilKey: fields > 4 ? reader.key() : NO_KEY,
    };
  },
};

import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';
import { type GlobalListenerValue, globalListenerCodec } from './global-listener.ts';

/** All listeners of the configuration, replacing those before. */
export interface GlobalListenerBatchValue {
  readonly globalListenerBatchKey: Key;
  readonly listeners: readonly GlobalListenerValue[];
}

export const globalListenerBatchCodec: ValueCodec<GlobalListenerBatchValue> = {
  write(writer, value) {
    writer.arrayHeader(2);
    writer.key(value.globalListenerBatchKey);
    writer.arrayHeader(value.listeners.length);
    for (const item of value.listeners) globalListenerCodec.write(writer, item);
  },
  read(reader) {
    return {
      globalListenerBatchKey: reader.key(),
      listeners: Array.from({ length: reader.arrayHeader() }, () =>
        globalListenerCodec.read(reader, reader.arrayHeader()),
      ),
    };
  },
};

import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** An instruction given at creation took effect. */
export interface RuntimeInstructionValue {
  readonly processInstanceKey: Key;
  readonly elementId: string;
  readonly tenantId: string;
}

export const runtimeInstructionCodec: ValueCodec<RuntimeInstructionValue> = {
  write(writer, value) {
    writer.arrayHeader(3);
    writer.key(value.processInstanceKey);
    writer.text(value.elementId);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      processInstanceKey: reader.key(),
      elementId: reader.text(),
      tenantId: reader.text(),
    };
  },
};

import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** An escalation that was thrown, with who catches it. */
export interface EscalationValue {
  readonly processInstanceKey: Key;
  readonly escalationCode: string;
  readonly throwElementId: string;
  /** Empty when nobody catches it. */
  readonly catchElementId: string;
  readonly tenantId: string;
}

export const escalationCodec: ValueCodec<EscalationValue> = {
  write(writer, value) {
    writer.arrayHeader(5);
    writer.key(value.processInstanceKey);
    writer.text(value.escalationCode);
    writer.text(value.throwElementId);
    writer.text(value.catchElementId);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      processInstanceKey: reader.key(),
      escalationCode: reader.text(),
      throwElementId: reader.text(),
      catchElementId: reader.text(),
      tenantId: reader.text(),
    };
  },
};

import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';
import type { ValueType } from '../value-type.ts';

/** Work on a process instance that is being suspended or resumed, cut into chunks that fit a batch. */
export interface SuspensionBatchValue {
  readonly processInstanceKey: Key;
  /** The scope whose children are worked on, NO_KEY when all elements are done. In COMMAND_BUFFERED the element that is to go on, NO_KEY when the command starts it. */
  readonly scopeKey: Key;
  /** Child to go on behind; NO_KEY at the start of the scope. */
  readonly afterKey: Key;
  /** The command that is kept, or let go again; value type, intent and key are 0 and NO_KEY for other records. */
  readonly commandValueType: ValueType;
  readonly commandIntent: number;
  readonly commandKey: Key;
  /** Its value, encoded as in its own records; empty except in COMMAND_BUFFERED. */
  readonly commandValue: Uint8Array;
  readonly tenantId: string;
}

export const suspensionBatchCodec: ValueCodec<SuspensionBatchValue> = {
  write(writer, value) {
    writer.arrayHeader(8);
    writer.key(value.processInstanceKey);
    writer.key(value.scopeKey);
    writer.key(value.afterKey);
    writer.integer(value.commandValueType);
    writer.integer(value.commandIntent);
    writer.key(value.commandKey);
    writer.bytes(value.commandValue);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      processInstanceKey: reader.key(),
      scopeKey: reader.key(),
      afterKey: reader.key(),
      commandValueType: reader.integer() as ValueType,
      commandIntent: reader.integer(),
      commandKey: reader.key(),
      commandValue: reader.bytes(),
      tenantId: reader.text(),
    };
  },
};

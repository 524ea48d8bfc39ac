import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

export interface TimerValue {
  /** The waiting instance; NO_KEY for a process's start timer. */
  readonly elementInstanceKey: Key;
  readonly processInstanceKey: Key;
  readonly processDefinitionKey: Key;
  /** Epoch ms; -1 when a cycle could not be evaluated again and waits for the incident about it to be resolved. */
  readonly dueDate: number;
  readonly targetElementId: string;
  /** Firings left; -1 = endless. */
  readonly repetitions: number;
  readonly tenantId: string;
}

export const timerCodec: ValueCodec<TimerValue> = {
  write(writer, value) {
    writer.arrayHeader(7);
    writer.key(value.elementInstanceKey);
    writer.key(value.processInstanceKey);
    writer.key(value.processDefinitionKey);
    writer.integer(value.dueDate);
    writer.text(value.targetElementId);
    writer.integer(value.repetitions);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      elementInstanceKey: reader.key(),
      processInstanceKey: reader.key(),
      processDefinitionKey: reader.key(),
      dueDate: reader.integer(),
      targetElementId: reader.text(),
      repetitions: reader.integer(),
      tenantId: reader.text(),
    };
  },
};

import type { MessagePackReader } from '../encoding/message-pack-reader.ts';
import type { MessagePackWriter } from '../encoding/message-pack-writer.ts';
import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

export interface MappingInstruction {
  readonly sourceElementId: string;
  readonly targetElementId: string;
}

export interface MigratedInterruption {
  readonly scopeKey: Key;
  readonly elementId: string;
}

/** Moves a running instance to another definition. */
export interface ProcessInstanceMigrationValue {
  readonly processInstanceKey: Key;
  readonly targetProcessDefinitionKey: Key;
  readonly mappingInstructions: readonly MappingInstruction[];
  readonly tenantId: string;
  /** In events: scopes that one of their elements has interrupted, with that element in the target definition. */
  readonly interruptions: readonly MigratedInterruption[];
}

export const processInstanceMigrationCodec: ValueCodec<ProcessInstanceMigrationValue> = {
  write(writer, value) {
    writer.arrayHeader(5);
    writer.key(value.processInstanceKey);
    writer.key(value.targetProcessDefinitionKey);
    writer.arrayHeader(value.mappingInstructions.length);
    for (const item of value.mappingInstructions) writeMappingInstruction(writer, item);
    writer.text(value.tenantId);
    writer.arrayHeader(value.interruptions.length);
    for (const { scopeKey, elementId } of value.interruptions) {
      writer.arrayHeader(2);
      writer.key(scopeKey);
      writer.text(elementId);
    }
  },
  read(reader) {
    return {
      processInstanceKey: reader.key(),
      targetProcessDefinitionKey: reader.key(),
      mappingInstructions: Array.from({ length: reader.arrayHeader() }, () => readMappingInstruction(reader)),
      tenantId: reader.text(),
      interruptions: Array.from({ length: reader.arrayHeader() }, () => {
        reader.arrayHeader();
        return { scopeKey: reader.key(), elementId: reader.text() };
      }),
    };
  },
};

export function writeMappingInstruction(writer: MessagePackWriter, value: MappingInstruction): void {
  writer.arrayHeader(2);
  writer.text(value.sourceElementId);
  writer.text(value.targetElementId);
}

export function readMappingInstruction(reader: MessagePackReader): MappingInstruction {
  reader.arrayHeader();
  return {
    sourceElementId: reader.text(),
    targetElementId: reader.text(),
  };
}

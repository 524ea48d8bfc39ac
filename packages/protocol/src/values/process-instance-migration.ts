import type { MessagePackReader } from '../encoding/message-pack-reader.ts';
import type { MessagePackWriter } from '../encoding/message-pack-writer.ts';
import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

export interface MappingInstruction {
  readonly sourceElementId: string;
  readonly targetElementId: string;
}

/** Moves a running instance to another definition. */
export interface ProcessInstanceMigrationValue {
  readonly processInstanceKey: Key;
  readonly targetProcessDefinitionKey: Key;
  readonly mappingInstructions: readonly MappingInstruction[];
  readonly tenantId: string;
}

export const processInstanceMigrationCodec: ValueCodec<ProcessInstanceMigrationValue> = {
  write(writer, value) {
    writer.arrayHeader(4);
    writer.key(value.processInstanceKey);
    writer.key(value.targetProcessDefinitionKey);
    writer.arrayHeader(value.mappingInstructions.length);
    for (const item of value.mappingInstructions) writeMappingInstruction(writer, item);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      processInstanceKey: reader.key(),
      targetProcessDefinitionKey: reader.key(),
      mappingInstructions: Array.from({ length: reader.arrayHeader() }, () => readMappingInstruction(reader)),
      tenantId: reader.text(),
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

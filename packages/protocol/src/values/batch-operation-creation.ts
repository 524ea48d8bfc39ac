import type { MessagePackReader } from '../encoding/message-pack-reader.ts';
import type { MessagePackWriter } from '../encoding/message-pack-writer.ts';
import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';
import {
  type MappingInstruction,
  readMappingInstruction,
  writeMappingInstruction,
} from './process-instance-migration.ts';

export const BatchOperationType = {
  CANCEL_PROCESS_INSTANCE: 0,
  RESOLVE_INCIDENT: 1,
  MIGRATE_PROCESS_INSTANCE: 2,
  MODIFY_PROCESS_INSTANCE: 3,
  DELETE_PROCESS_INSTANCE: 4,
  SUSPEND_PROCESS_INSTANCE: 5,
  RESUME_PROCESS_INSTANCE: 6,
  UPDATE_JOB: 7,
} as const;
export type BatchOperationTypeName = keyof typeof BatchOperationType;
export type BatchOperationType = (typeof BatchOperationType)[BatchOperationTypeName];

export interface BatchMoveInstruction {
  readonly sourceElementId: string;
  readonly targetElementId: string;
}

/** One operation on many entities. */
export interface BatchOperationCreationValue {
  readonly batchOperationKey: Key;
  readonly batchOperationType: BatchOperationType;
  /** JSON object text: which entities, in the words of the search filters. */
  readonly entityFilter: string;
  /** Of migrations; NO_KEY otherwise. */
  readonly targetProcessDefinitionKey: Key;
  readonly mappingInstructions: readonly MappingInstruction[];
  readonly moveInstructions: readonly BatchMoveInstruction[];
  readonly partitionIds: readonly number[];
  readonly tenantId: string;
}

export const batchOperationCreationCodec: ValueCodec<BatchOperationCreationValue> = {
  write(writer, value) {
    writer.arrayHeader(8);
    writer.key(value.batchOperationKey);
    writer.integer(value.batchOperationType);
    writer.text(value.entityFilter);
    writer.key(value.targetProcessDefinitionKey);
    writer.arrayHeader(value.mappingInstructions.length);
    for (const item of value.mappingInstructions) writeMappingInstruction(writer, item);
    writer.arrayHeader(value.moveInstructions.length);
    for (const item of value.moveInstructions) writeBatchMoveInstruction(writer, item);
    writer.arrayHeader(value.partitionIds.length);
    for (const item of value.partitionIds) writer.integer(item);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      batchOperationKey: reader.key(),
      batchOperationType: reader.integer() as BatchOperationType,
      entityFilter: reader.text(),
      targetProcessDefinitionKey: reader.key(),
      mappingInstructions: Array.from({ length: reader.arrayHeader() }, () => readMappingInstruction(reader)),
      moveInstructions: Array.from({ length: reader.arrayHeader() }, () => readBatchMoveInstruction(reader)),
      partitionIds: Array.from({ length: reader.arrayHeader() }, () => reader.integer()),
      tenantId: reader.text(),
    };
  },
};

function writeBatchMoveInstruction(writer: MessagePackWriter, value: BatchMoveInstruction): void {
  writer.arrayHeader(2);
  writer.text(value.sourceElementId);
  writer.text(value.targetElementId);
}

function readBatchMoveInstruction(reader: MessagePackReader): BatchMoveInstruction {
  reader.arrayHeader();
  return {
    sourceElementId: reader.text(),
    targetElementId: reader.text(),
  };
}

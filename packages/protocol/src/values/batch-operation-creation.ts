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
  DELETE_DECISION_INSTANCE: 8,
} as const;
export type BatchOperationTypeName = keyof typeof BatchOperationType;
export type BatchOperationType = (typeof BatchOperationType)[BatchOperationTypeName];

export interface BatchMoveInstruction {
  readonly sourceElementId: string;
  readonly targetElementId: string;
}

/** As of a JOB UPDATE: only what `changedAttributes` names counts. */
export interface BatchJobChange {
  readonly changedAttributes: readonly string[];
  readonly retries: number;
  readonly timeout: number;
  readonly priority: number;
}

export const NO_JOB_CHANGE: BatchJobChange = { changedAttributes: [], retries: -1, timeout: -1, priority: 0 };

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
  /** Of updates of jobs; NO_JOB_CHANGE otherwise. */
  readonly jobChange: BatchJobChange;
  /** The items are found in a search index and brought page by page; otherwise each partition searches what runs on it. */
  readonly areItemsDelivered: boolean;
}

export const batchOperationCreationCodec: ValueCodec<BatchOperationCreationValue> = {
  write(writer, value) {
    writer.arrayHeader(10);
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
    writeBatchJobChange(writer, value.jobChange);
    writer.boolean(value.areItemsDelivered);
  },
  read(reader, fields) {
    return {
      batchOperationKey: reader.key(),
      batchOperationType: reader.integer() as BatchOperationType,
      entityFilter: reader.text(),
      targetProcessDefinitionKey: reader.key(),
      mappingInstructions: Array.from({ length: reader.arrayHeader() }, () => readMappingInstruction(reader)),
      moveInstructions: Array.from({ length: reader.arrayHeader() }, () => readBatchMoveInstruction(reader)),
      partitionIds: Array.from({ length: reader.arrayHeader() }, () => reader.integer()),
      tenantId: reader.text(),
      jobChange: fields > 8 ? readBatchJobChange(reader) : NO_JOB_CHANGE,
      areItemsDelivered: fields > 9 && reader.boolean(),
    };
  },
};

function writeBatchJobChange(writer: MessagePackWriter, value: BatchJobChange): void {
  writer.arrayHeader(4);
  writer.texts(value.changedAttributes);
  writer.integer(value.retries);
  writer.integer(value.timeout);
  writer.integer(value.priority);
}

function readBatchJobChange(reader: MessagePackReader): BatchJobChange {
  reader.arrayHeader();
  return {
    changedAttributes: reader.texts(),
    retries: reader.integer(),
    timeout: reader.integer(),
    priority: reader.integer(),
  };
}

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

/**
 * Collects what the commands of a batch write: records, encoded once as they come, and effects.
 *
 * 1. An event is applied the moment it is written, by the same applier that replay uses.
 * 2. Everything since a mark can be taken back.
 */
import {
  type BatchHeader,
  type Command,
  type Key,
  type LogRecord,
  MessagePackWriter,
  NO_KEY,
  patchUnprocessed,
  RecordType,
  type RecordValues,
  RejectionType,
  type ValueType,
  writeBatchHeader,
  writeRecord,
} from '@waggle/protocol';
import type { Effect } from './effect.ts';
import type { EngineLimits } from './limits.ts';

/** Thrown when a step writes more than a batch can hold; the step is taken back. */
export class StepTooLarge extends Error {
  override readonly name = 'StepTooLarge';
}

export interface WriterMark {
  readonly bytes: number;
  readonly position: number;
  readonly effects: number;
  readonly followUps: number;
}

/** A follow-up command that waits in the present batch. */
export interface FollowUp {
  readonly record: LogRecord;
  /** Offset of its bytes, to mark it as left over. */
  readonly start: number;
  /** It and what follows it wait for a later batch, however much room there is. */
  readonly isDeferred: boolean;
}

export class RecordWriter {
  readonly #bytes = new MessagePackWriter();
  readonly #apply: (record: LogRecord) => void;
  readonly #limits: EngineLimits;
  readonly #partitionId: number;
  #effects: Effect[] = [];
  #followUps: FollowUp[] = [];
  #header: BatchHeader | undefined;
  #nextPosition = 1;
  #stepStart = 0;
  #now = 0;
  #command: LogRecord | undefined;
  #requestStreamId = -1;
  #requestId = -1;
  #rejection: LogRecord | undefined;

  constructor(options: {
    readonly partitionId: number;
    readonly limits: EngineLimits;
    readonly apply: (record: LogRecord) => void;
  }) {
    this.#partitionId = options.partitionId;
    this.#limits = options.limits;
    this.#apply = options.apply;
  }

  get nextPosition(): number {
    return this.#nextPosition;
  }

  set nextPosition(position: number) {
    this.#nextPosition = position;
  }

  get length(): number {
    return this.#bytes.length;
  }

  get isEmpty(): boolean {
    return this.#header === undefined;
  }

  /** The command being processed. */
  get command(): LogRecord {
    if (this.#command === undefined) throw new Error('Expected a command to be in process, but there is none');
    return this.#command;
  }

  /** Starts a client's or a scheduled command: it becomes the first record of its own consequences. */
  begin(command: Command, nowMs: number): LogRecord {
    this.#now = nowMs;
    this.#requestStreamId = command.requestStreamId;
    this.#requestId = command.requestId;
    this.#rejection = undefined;
    this.#stepStart = this.#bytes.length;
    const record = this.#record(
      RecordType.COMMAND,
      command.valueType,
      command.intent,
      command.key,
      command.value,
      -1,
      command.operationReference,
    );
    this.#append(record);
    this.#command = record;
    return record;
  }

  /** Goes on with a follow-up command, of this batch or of an earlier one. */
  continue(command: LogRecord, nowMs: number): void {
    this.#now = nowMs;
    this.#requestStreamId = -1;
    this.#requestId = -1;
    this.#rejection = undefined;
    this.#stepStart = this.#bytes.length;
    this.#command = command;
  }

  /**
   * Writes an event and folds it into the state.
   * @param operationReference the mark of the client who caused it, when that was in an earlier command.
   * @returns the record.
   */
  event<Type extends ValueType>(
    valueType: Type,
    intent: number,
    key: Key,
    value: RecordValues[Type],
    operationReference: Key = this.command.operationReference,
  ): LogRecord<RecordValues[Type]> {
    const { position, batchOperationReference } = this.command;
    const record = this.#record(
      RecordType.EVENT,
      valueType,
      intent,
      key,
      value,
      position,
      operationReference,
      batchOperationReference,
    );
    this.#append(record);
    this.#apply(record);
    return record as LogRecord<RecordValues[Type]>;
  }

  /**
   * Writes a command that is processed after the present one.
   * @param batchOperationReference the batch operation it is an item of; otherwise that of the present command.
   */
  followUp<Type extends ValueType>(
    valueType: Type,
    intent: number,
    key: Key,
    value: RecordValues[Type],
    batchOperationReference: Key = this.command.batchOperationReference,
  ): void {
    this.#follow(valueType, intent, key, value, batchOperationReference, false);
  }

  /**
   * As `followUp`, for a step whose work shows neither in its follow-ups nor in its bytes, such as a search: others get
   * their turn before it.
   */
  followUpLater<Type extends ValueType>(valueType: Type, intent: number, key: Key, value: RecordValues[Type]): void {
    this.#follow(valueType, intent, key, value, this.command.batchOperationReference, true);
  }

  #follow(
    valueType: ValueType,
    intent: number,
    key: Key,
    value: RecordValues[ValueType],
    batchOperationReference: Key,
    isDeferred: boolean,
  ): void {
    const command = this.command;
    const record = this.#record(
      RecordType.COMMAND,
      valueType,
      intent,
      key,
      value,
      command.position,
      command.operationReference,
      batchOperationReference,
    );
    this.#followUps.push({ record, start: this.#append(record), isDeferred });
  }

  /** Why the present command was refused; `undefined` when it was not. */
  get rejection(): LogRecord | undefined {
    return this.#rejection;
  }

  /** Refuses the present command and tells the client. */
  reject(rejectionType: RejectionType, reason: string): void {
    const command = this.command;
    const record: LogRecord = {
      ...command,
      position: this.#nextPosition,
      sourceRecordPosition: command.position,
      timestamp: this.#now,
      recordType: RecordType.COMMAND_REJECTION,
      rejectionType,
      rejectionReason: reason,
      isProcessed: true,
    };
    this.#append(record);
    this.#rejection = record;
    this.respond(record);
  }

  /** Refuses a command that is too large to be written at all: only the rejection is, without what made it large. */
  rejectOversized(command: Command, reason: string): void {
    this.#stepStart = this.#bytes.length;
    const value = {
      ...command.value,
      ...('variables' in command.value && { variables: '{}' }),
      ...('resources' in command.value && { resources: [] }),
    };
    const record: LogRecord = {
      ...this.#record(
        RecordType.COMMAND_REJECTION,
        command.valueType,
        command.intent,
        command.key,
        value,
        -1,
        command.operationReference,
      ),
      rejectionType: RejectionType.EXCEEDED_BATCH_RECORD_SIZE,
      rejectionReason: reason,
    };
    this.#append(record);
    this.respond(record);
  }

  /** Answers the client of the present command; does nothing when there is none. */
  respond(record: LogRecord, jobs: (Effect & { kind: 'response' })['jobs'] = []): void {
    if (this.#requestId === -1) return;
    this.respondTo(this.#requestStreamId, this.#requestId, record, jobs);
    this.#requestId = -1;
  }

  /** Whether the present command's client still waits for its answer. */
  get request(): { readonly requestStreamId: number; readonly requestId: number } {
    return { requestStreamId: this.#requestStreamId, requestId: this.#requestId };
  }

  /** Lets the present command's client wait again, after its answer was taken back. */
  reopen(request: { readonly requestStreamId: number; readonly requestId: number }): void {
    this.#requestStreamId = request.requestStreamId;
    this.#requestId = request.requestId;
  }

  /** Answers a client that has been waiting since an earlier command. */
  respondTo(
    requestStreamId: number,
    requestId: number,
    record: LogRecord,
    jobs: (Effect & { kind: 'response' })['jobs'] = [],
  ): void {
    this.#effects.push({ kind: 'response', requestStreamId, requestId, record, jobs });
  }

  /** Refuses a client that has been waiting since an earlier command. Only the client learns of it: what happened since is in the log. */
  rejectEarlier<Type extends ValueType>(
    request: { readonly requestStreamId: number; readonly requestId: number; readonly operationReference: Key },
    command: {
      readonly valueType: Type;
      readonly intent: number;
      readonly key: Key;
      readonly value: RecordValues[Type];
    },
    rejection: { readonly type: RejectionType; readonly reason: string },
  ): void {
    const { valueType, intent, key, value } = command;
    const { COMMAND_REJECTION } = RecordType;
    const { position } = this.command;
    const record: LogRecord = {
      ...this.#record(COMMAND_REJECTION, valueType, intent, key, value, position, request.operationReference),
      rejectionType: rejection.type,
      rejectionReason: rejection.reason,
    };
    this.respondTo(request.requestStreamId, request.requestId, record);
  }

  effect(effect: Effect): void {
    this.#effects.push(effect);
  }

  get followUps(): readonly FollowUp[] {
    return this.#followUps;
  }

  /** Marks follow-ups from `index` on as left for later batches and forgets the queue. @returns their records. */
  leaveFollowUps(index: number): readonly LogRecord[] {
    const left: LogRecord[] = [];
    for (const { record, start } of this.#followUps.slice(index)) {
      patchUnprocessed(this.#bytes, start);
      left.push({ ...record, isProcessed: false });
    }
    this.#followUps = [];
    return left;
  }

  mark(): WriterMark {
    return {
      bytes: this.#header === undefined ? 0 : this.#bytes.length,
      position: this.#nextPosition,
      effects: this.#effects.length,
      followUps: this.#followUps.length,
    };
  }

  /** Takes everything since the mark back. The state is taken back by its owner. */
  rollBack(mark: WriterMark): void {
    this.#bytes.truncate(mark.bytes);
    if (mark.bytes === 0) this.#header = undefined;
    this.#nextPosition = mark.position;
    this.#effects.length = mark.effects;
    this.#followUps.length = mark.followUps;
    this.#stepStart = this.#bytes.length;
  }

  /** Takes the batch out. */
  take(): { firstPosition: number; lastPosition: number; data: Uint8Array; effects: Effect[] } | undefined {
    const header = this.#header;
    if (header === undefined) {
      if (this.#effects.length === 0) return undefined;
      throw new Error('Expected records beside effects, but a command wrote none');
    }
    const effects = this.#effects;
    this.#effects = [];
    this.#header = undefined;
    return {
      firstPosition: header.firstPosition,
      lastPosition: this.#nextPosition - 1,
      data: this.#bytes.take(),
      effects,
    };
  }

  /** Forgets what was collected; the next record gets `position`. */
  reset(position: number): void {
    this.#bytes.truncate(0);
    this.#header = undefined;
    this.#effects = [];
    this.#followUps = [];
    this.#nextPosition = position;
  }

  #record(
    recordType: RecordType,
    valueType: ValueType,
    intent: number,
    key: Key,
    value: RecordValues[ValueType],
    sourceRecordPosition: number,
    operationReference: Key,
    batchOperationReference: Key = NO_KEY,
  ): LogRecord {
    return {
      position: this.#nextPosition,
      sourceRecordPosition,
      key,
      timestamp: this.#now,
      recordType,
      valueType,
      intent,
      rejectionType: RejectionType.NULL_VAL,
      rejectionReason: '',
      recordVersion: 1,
      requestStreamId: -1,
      requestId: -1,
      operationReference,
      batchOperationReference,
      isProcessed: true,
      value,
    };
  }

  /** @returns where the record's bytes start. */
  #append(record: LogRecord): number {
    if (this.#header === undefined) {
      this.#header = { partitionId: this.#partitionId, firstPosition: record.position, timestamp: record.timestamp };
      writeBatchHeader(this.#bytes, this.#header);
    }
    const start = this.#bytes.length;
    writeRecord(this.#bytes, record, this.#header);
    this.#nextPosition++;
    if (this.#bytes.length - this.#stepStart > this.#limits.stepBytesMax) {
      throw new StepTooLarge(
        `Expected one step to write at most ${this.#limits.stepBytesMax} bytes of records, but it wrote more`,
      );
    }
    return start;
  }
}

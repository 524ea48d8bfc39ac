/** One engine over the state in memory: commands in, answers and events out. */
import { createEngine, type EngineOptions, type PartitionEngine } from '@waggle/engine';
import {
  type ActivatedJob,
  type Key,
  type LogRecord,
  NO_KEY,
  RecordType,
  type RecordValues,
  readBatch,
  type ValueType,
} from '@waggle/protocol';
import { createMemoryStateStore } from '@waggle/state/memory';
import { CommandRejected } from './command-rejected.ts';

export interface Answer<Type extends ValueType = ValueType> {
  readonly record: LogRecord<RecordValues[Type]>;
  readonly jobs: readonly ActivatedJob[];
}

/** Due commands fetched at a time; those that are left come with the next fetch. */
const DUE_COMMANDS_MAX = 100;

export class Partition {
  readonly #engine: PartitionEngine;
  readonly #onRecord: (record: LogRecord) => void;
  #requestId = 0;
  /** Answers by request; read once. */
  readonly #answers = new Map<number, Answer>();
  nowMs: number;

  constructor(options: {
    readonly nowMs: number;
    readonly engine: Pick<EngineOptions, 'timeZone'>;
    readonly onRecord: (record: LogRecord) => void;
  }) {
    this.nowMs = options.nowMs;
    this.#onRecord = options.onRecord;
    const state = createMemoryStateStore();
    this.#engine = createEngine({ ...options.engine, partitionId: 1, partitionCount: 1, state });
  }

  /** @returns the answer. @throws {CommandRejected} */
  send<Type extends ValueType>(
    valueType: Type,
    intent: number,
    value: RecordValues[Type],
    key: Key = NO_KEY,
  ): Answer<Type> {
    const answer = this.ask(valueType, intent, value, key);
    if (answer === undefined) throw new Error('Expected the engine to answer, but the answer waits for something');
    return answer;
  }

  /** As `send`, for commands whose answer may come later: `undefined` then. */
  ask<Type extends ValueType>(
    valueType: Type,
    intent: number,
    value: RecordValues[Type],
    key: Key = NO_KEY,
  ): Answer<Type> | undefined {
    const requestId = ++this.#requestId;
    const command = { valueType, intent, key, value, requestStreamId: 0, requestId, operationReference: NO_KEY };
    this.#engine.process(command, this.nowMs);
    this.#settle();
    const answer = this.#answers.get(requestId);
    this.#answers.delete(requestId);
    if (answer?.record.recordType === RecordType.COMMAND_REJECTION) throw new CommandRejected(answer.record);
    // The engine answers with a record of the command's value type.
    return answer as Answer<Type> | undefined;
  }

  /** Goes to the next time something is due, at most to `endMs`. @returns whether something was. */
  processNextDue(endMs: number): boolean {
    const due = this.#engine.nextDueMs();
    if (due === undefined || due > endMs) return false;
    this.nowMs = Math.max(this.nowMs, due);
    const commands = this.#engine.collectDueCommands(this.nowMs, DUE_COMMANDS_MAX);
    for (const command of commands) {
      this.#engine.process(command, this.nowMs);
      this.#settle();
    }
    return commands.length > 0;
  }

  #settle(): void {
    this.#flush();
    while (this.#engine.processBacklog(this.nowMs)) this.#flush();
  }

  #flush(): void {
    const batch = this.#engine.takeBatch();
    if (batch === undefined) return;
    for (const record of readBatch(batch.data).records) this.#onRecord(record);
    for (const effect of batch.effects) {
      if (effect.kind === 'response') this.#answers.set(effect.requestId, effect);
    }
    this.#engine.commit(batch);
  }
}

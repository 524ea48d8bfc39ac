/**
 * One partition's engine: commands in, records and effects out, state as the fold of the events.
 *
 * 1. Pure: no clock, chance, disk or network. Time comes in with each command.
 * 2. A step (one command or follow-up) takes effect whole or not at all.
 * 3. Replaying the events gives the same state as processing gave.
 * 4. Every step writes at least one record, so a follow-up that was left over is known to be done when it is.
 */
import {
  type Command,
  ErrorIntent,
  type GlobalListenerDescription,
  type LogRecord,
  NO_KEY,
  RecordType,
  RejectionType,
  readBatch,
  ValueType,
} from '@waggle/protocol';
import { applyEvent } from './appliers/applier-table.ts';
import { Backlog } from './backlog.ts';
import { bannedInstanceOf } from './banned-instances.ts';
import { noteItemFailure } from './batch-operations/item-failure.ts';
import { raiseElementIncident } from './behavior/incidents.ts';
import { giveOutJobs } from './behavior/jobs/job-activation.ts';
import { listenerConfiguration } from './behavior/listeners/configured-listeners.ts';
import { askConditions } from './behavior/triggers/conditions.ts';
import { VariableChanges } from './behavior/variables/variable-changes.ts';
import { collectDueCommands, nextDueMs } from './due-commands.ts';
import type { Effect } from './effect.ts';
import { elementProcessor } from './elements/element-table.ts';
import type { ListenerConfiguration, PartitionEngine, ProcessedBatch } from './engine-api.ts';
import { ExpressionCache } from './expression-cache.ts';
import { instanceOfCommand } from './instance-of-command.ts';
import { type JobStreams, noJobStreams } from './job-streams.ts';
import { KeyGenerator } from './key-generator.ts';
import { defaultEngineLimits, type EngineLimits } from './limits.ts';
import { DecisionModels } from './model/decision-models.ts';
import { ProcessModels } from './model/process-models.ts';
import { oversizedElementStep } from './oversized-step.ts';
import type { Processing } from './processing.ts';
import { processCommand } from './processors/processor-table.ts';
import { RecordWriter, StepTooLarge, type WriterMark } from './record-writer.ts';
import { RejectCommand } from './rejection.ts';
import { Retries } from './retries.ts';
import { createEngineState, type EngineState } from './state/engine-state.ts';
import { PINNED_TIME } from './state/table-names.ts';
import type { CheckpointMetadata, StateMark, StateStore } from './storage/state-store.ts';
import { isHeldBack } from './suspension-gate.ts';

export interface EngineOptions {
  readonly partitionId: number;
  readonly partitionCount: number;
  readonly state: StateStore;
  /** What the state's checkpoint holds; absent for an empty state. */
  readonly checkpoint?: CheckpointMetadata;
  readonly jobStreams?: JobStreams;
  readonly limits?: Partial<EngineLimits>;
  /** IANA zone for cron expressions and now(). Default UTC. */
  readonly timeZone?: string;
  /** Refuses a second running root instance of a process with one business id, on this partition. Default `false`. */
  readonly hasUniqueBusinessIds?: boolean;
}

/** Creates the engine of one partition over its state. Replay the log behind the checkpoint before processing. */
export function createEngine(options: EngineOptions): PartitionEngine {
  return new Engine(options);
}

/** How to come back to before a batch. */
interface BatchUndo {
  readonly state: StateMark;
  readonly keyCounter: bigint;
  readonly position: number;
}

interface StepMark {
  readonly state: StateMark;
  readonly writer: WriterMark;
  readonly keyCounter: bigint;
}

class Engine implements PartitionEngine {
  readonly #store: StateStore;
  readonly #state: EngineState;
  readonly #keys: KeyGenerator;
  readonly #models: ProcessModels;
  readonly #decisionModels: DecisionModels;
  readonly #writer: RecordWriter;
  readonly #processing: Processing & { now: number };
  readonly #limits: EngineLimits;
  readonly #retries: Retries;
  /** Follow-up commands left by earlier batches. */
  readonly #backlog: Backlog;
  /** State before the records collected now. */
  #open: BatchUndo;
  readonly #undos = new Map<ProcessedBatch, BatchUndo>();

  constructor(options: EngineOptions) {
    const { partitionId, partitionCount, state: store } = options;
    this.#store = store;
    this.#state = createEngineState(store);
    this.#limits = { ...defaultEngineLimits, ...options.limits };
    this.#keys = new KeyGenerator(partitionId);
    this.#models = new ProcessModels(this.#state);
    this.#decisionModels = new DecisionModels(this.#state);
    this.#backlog = new Backlog(this.#state);
    this.#retries = new Retries(this.#state, partitionId, this.#limits.retriesMax);
    this.#writer = new RecordWriter({
      partitionId,
      limits: this.#limits,
      apply: (record) => applyEvent(this.#state, record),
    });
    this.#processing = {
      partitionId,
      partitionCount,
      now: 0,
      state: this.#state,
      write: this.#writer,
      keys: this.#keys,
      models: this.#models,
      decisionModels: this.#decisionModels,
      backlog: this.#backlog,
      elementProcessor,
      expressions: new ExpressionCache(),
      jobStreams: options.jobStreams ?? noJobStreams,
      limits: this.#limits,
      timeZone: options.timeZone ?? 'UTC',
      hasUniqueBusinessIds: options.hasUniqueBusinessIds ?? false,
      activatableJobs: [],
      variableChanges: new VariableChanges(),
    };
    this.#keys.reset(options.checkpoint?.keyCounter ?? 0n);
    this.#writer.nextPosition = (options.checkpoint?.position ?? 0) + 1;
    this.#open = this.#undoPoint();
  }

  replay(data: Uint8Array): void {
    const { records } = readBatch(data);
    for (const record of records) {
      if (record.position < this.#writer.nextPosition) continue;
      if (record.position !== this.#writer.nextPosition) {
        throw new Error(`Expected the record at position ${this.#writer.nextPosition}, but got ${record.position}`);
      }
      this.#replayRecord(record);
      this.#writer.nextPosition = record.position + 1;
    }
    this.#store.release(this.#store.mark());
    this.#open = this.#undoPoint();
  }

  listenerConfiguration(listeners: readonly GlobalListenerDescription[]): ListenerConfiguration {
    return listenerConfiguration(this.#state, listeners);
  }

  process(command: Command, nowMs: number): void {
    this.#processing.now = this.#engineTime(nowMs);
    const before = this.#mark();
    try {
      this.#step(this.#writer.begin(command, nowMs));
    } catch (error) {
      if (!(error instanceof StepTooLarge)) throw error;
      this.#undoStep(before);
      this.#writer.rejectOversized(command, error.message);
      return;
    }
    this.#processFollowUps(this.#writer.command, nowMs, before.writer.bytes);
  }

  processBacklog(nowMs: number): boolean {
    if (this.#backlog.isEmpty) return false;
    this.#processing.now = this.#engineTime(nowMs);
    const record = this.#backlog.takeFirst();
    const startBytes = this.#writer.length;
    this.#writer.continue(record, nowMs);
    this.#step(record);
    this.#processFollowUps(record, nowMs, startBytes);
    return true;
  }

  get hasBacklog(): boolean {
    return !this.#backlog.isEmpty;
  }

  collectDueCommands(nowMs: number, limit: number): readonly Command[] {
    return collectDueCommands(this.#state, this.#engineTime(nowMs), limit);
  }

  nextDueMs(): number | undefined {
    const dueMs = nextDueMs(this.#state);
    const pinnedMs = this.#state.clock.get(PINNED_TIME);
    if (dueMs === undefined || pinnedMs === undefined) return dueMs;
    // While the clock stands still, what is due is due at once and nothing else ever.
    return dueMs <= pinnedMs ? 0 : undefined;
  }

  collectRetries(nowMs: number): readonly Effect[] {
    return this.#retries.collect(nowMs);
  }

  get pendingBytes(): number {
    return this.#writer.length;
  }

  takeBatch(): ProcessedBatch | undefined {
    const taken = this.#writer.take();
    if (taken === undefined) return undefined;
    const batch: ProcessedBatch = { ...taken, recordCount: taken.lastPosition - taken.firstPosition + 1 };
    this.#undos.set(batch, this.#open);
    this.#open = this.#undoPoint();
    return batch;
  }

  commit(batch: ProcessedBatch): void {
    this.#undos.delete(batch);
    const oldest = this.#undos.values().next().value ?? this.#open;
    this.#store.release(oldest.state);
  }

  discard(batch: ProcessedBatch): void {
    const undo = this.#undos.get(batch);
    if (undo === undefined) throw new Error('Expected a batch that is neither committed nor discarded');
    this.#undos.clear();
    this.#store.rollBack(undo.state);
    this.#keys.reset(undo.keyCounter);
    this.#writer.reset(undo.position);
    this.#backlog.reload();
    this.#models.clear();
    this.#decisionModels.clear();
    this.#processing.activatableJobs.length = 0;
    this.#open = this.#undoPoint();
  }

  checkpointMetadata(): CheckpointMetadata {
    return { position: this.#writer.nextPosition - 1, keyCounter: this.#keys.counter };
  }

  /** What the engine takes for the present: the real time, unless somebody pinned the clock. */
  #engineTime(nowMs: number): number {
    return this.#state.clock.get(PINNED_TIME) ?? nowMs;
  }

  #replayRecord(record: LogRecord): void {
    // Whatever a left-over command caused says that it is done. They are processed in order, so it is the oldest one.
    if (record.sourceRecordPosition === this.#backlog.firstPosition) this.#backlog.takeFirst();
    this.#keys.advancePast(record.key);
    if (record.recordType === RecordType.EVENT) applyEvent(this.#state, record);
    else if (record.recordType === RecordType.COMMAND && !record.isProcessed) this.#backlog.add(record);
  }

  /** Processes the follow-ups of the present command until the budget is used up; the rest is left for later batches. */
  #processFollowUps(command: LogRecord, nowMs: number, startBytes: number): void {
    const writer = this.#writer;
    let processed = 0;
    while (
      processed < writer.followUps.length &&
      processed < this.#limits.followUpCommandsMax &&
      writer.length - startBytes < this.#limits.commandBytesSoftMax
    ) {
      const { record, isDeferred } = writer.followUps[processed]!;
      if (isDeferred) break;
      processed++;
      writer.continue(record, nowMs);
      this.#step(record);
    }
    for (const record of writer.leaveFollowUps(processed)) this.#backlog.add(record);
    if (this.#processing.activatableJobs.length === 0) return;
    writer.continue(command, nowMs);
    giveOutJobs(this.#processing);
  }

  /** @throws {StepTooLarge} when a client's command cannot be processed for its size; the caller takes it back whole. */
  #step(record: LogRecord): void {
    this.#decide(record);
    const { rejection } = this.#writer;
    if (rejection !== undefined) noteItemFailure(this.#processing, record, rejection);
  }

  #decide(record: LogRecord): void {
    const { activatableJobs } = this.#processing;
    const jobsBefore = activatableJobs.length;
    const start = this.#mark();
    const { request } = this.#writer;
    const bannedKey = bannedInstanceOf(this.#state, record);
    if (bannedKey !== undefined) {
      this.#writer.reject(
        RejectionType.INVALID_STATE,
        `Expected a process instance that works, but the one with key '${bannedKey}' is banned after an error of the engine`,
      );
      return;
    }
    try {
      if (!isHeldBack(this.#processing, record)) processCommand(this.#processing, record);
      askConditions(this.#processing);
      if (this.#writer.nextPosition === start.writer.position) {
        this.#writer.reject(RejectionType.INVALID_STATE, 'Expected something to do, but the state has moved on');
      }
    } catch (error) {
      activatableJobs.length = jobsBefore;
      this.#processing.variableChanges.clear();
      this.#undoStep(start);
      this.#writer.reopen(request);
      this.#refuseFailedStep(record, error);
    }
  }

  #refuseFailedStep(record: LogRecord, error: unknown): void {
    if (error instanceof RejectCommand) {
      this.#writer.reject(error.rejection.type, error.rejection.reason);
      return;
    }
    if (error instanceof StepTooLarge) {
      const stopped = oversizedElementStep(this.#processing, record, error.message);
      if (stopped === undefined) this.#writer.reject(RejectionType.EXCEEDED_BATCH_RECORD_SIZE, error.message);
      else raiseElementIncident(this.#processing, stopped.instance, stopped.failure);
      return;
    }
    // Our own mistake: the instance is taken out of the way, and nothing that was read half-way is kept.
    this.#models.clear();
    this.#decisionModels.clear();
    const message = error instanceof Error ? error.message : String(error);
    this.#writer.event(ValueType.ERROR, ErrorIntent.CREATED, this.#keys.next(), {
      exceptionMessage: message,
      stacktrace: error instanceof Error ? (error.stack ?? '') : '',
      errorEventPosition: record.position,
      processInstanceKey: instanceOfCommand(this.#state, record) ?? NO_KEY,
    });
    this.#writer.reject(
      RejectionType.PROCESSING_ERROR,
      `Expected to process the command without errors, but the engine failed: ${message}`,
    );
  }

  #mark(): StepMark {
    return { state: this.#store.mark(), writer: this.#writer.mark(), keyCounter: this.#keys.counter };
  }

  #undoStep(mark: StepMark): void {
    this.#store.rollBack(mark.state);
    this.#writer.rollBack(mark.writer);
    this.#keys.reset(mark.keyCounter);
  }

  #undoPoint(): BatchUndo {
    return {
      state: this.#store.mark(),
      keyCounter: this.#keys.counter,
      position: this.#writer.nextPosition,
    };
  }
}

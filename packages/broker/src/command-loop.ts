/**
 * The one place where a partition's commands meet its engine and its log.
 *
 *     queues ──▶ engine.process … ──▶ takeBatch ──▶ log.append ──▶ durable: commit, effects
 *
 * 1. Nothing leaves before it is durable: effects are carried out in order, batch by batch, when the append resolves.
 * 2. Batches form by arrival, without a timer: while a batch is on its way to the disk, the next commands are processed
 *    and wait in the open batch. It goes when the disk is free, or when it is full and the pipeline has room.
 * 3. Every source gets its share (see FairTurns), and every turn ends after a few milliseconds.
 * 4. When an append fails, the first lost batch and everything behind it is undone and refused, once; the loop is over.
 *    Whoever owns the loop recovers from the log.
 */
import type { Effect, PartitionEngine, PartitionLog, ProcessedBatch } from '@waggle/engine';
import type { Command } from '@waggle/protocol';
import type { Clock } from './clock.ts';
import { type ClientRequest, CommandIntake } from './command-intake.ts';
import type { CommandLoopMetrics } from './command-loop-metrics.ts';
import { BrokerError } from './errors.ts';
import type { JobStreamRegistry } from './job-stream-registry.ts';
import type { MonotonicTime } from './monotonic-time.ts';
import type { PartitionLimits } from './partition-limits.ts';
import type { PartitionOutput } from './partition-output.ts';
import { type Refusal, refusalOf, stoppedInFlight, stopping } from './refusal.ts';
import type { RequestLimiter } from './request-limiter.ts';

/** Use (see FairTurns) between two looks at the time: looking costs as much as a small command, and a large one takes milliseconds. */
const COST_PER_TIME_CHECK = 16 * 1024;

interface BatchInFlight {
  readonly batch: ProcessedBatch;
  readonly requests: readonly ClientRequest[];
  readonly effects: Effect[];
  readonly startedMs: number;
}

interface QuietAction {
  readonly run: () => void;
  readonly abandon: () => void;
}

export interface CommandLoopOptions {
  readonly engine: PartitionEngine;
  readonly log: PartitionLog;
  readonly clock: Clock;
  readonly time: MonotonicTime;
  readonly limits: PartitionLimits;
  readonly limiter: RequestLimiter;
  readonly streams: JobStreamRegistry;
  readonly output: PartitionOutput;
  readonly metrics: CommandLoopMetrics;
  /** Everything up to the position is durable, and nobody was told yet. */
  readonly onCommitted: (position: number) => void;
  /** A batch became durable and its effects are carried out: exporters can go on. */
  readonly onDurable: (batch: ProcessedBatch) => void;
  /** The loop is over; everything that was not durable is undone and refused. */
  readonly onFailure: (error: unknown) => void;
}

export class CommandLoop {
  readonly #options: CommandLoopOptions;
  readonly #engine: PartitionEngine;
  readonly #limits: PartitionLimits;
  readonly #intake: CommandIntake;
  readonly #inFlight: BatchInFlight[] = [];
  /** Commands in the open batch. */
  #openCommands = 0;
  /** Whether the open batch holds work of the backlog. */
  #isOpenBacklog = false;
  #openRequests: ClientRequest[] = [];
  /** Retries found while the batch was open: they may tell of what is not durable yet. */
  #openEffects: Effect[] = [];

  #immediate: NodeJS.Immediate | undefined;
  #cancelAlarm: (() => void) | undefined;
  #nextRetryMs: number;
  #isPaused = false;
  #isOver = false;
  #whenDrained: (() => void) | undefined;
  #whenQuiet: QuietAction[] = [];

  constructor(options: CommandLoopOptions) {
    this.#options = options;
    this.#engine = options.engine;
    this.#limits = options.limits;
    this.#intake = new CommandIntake(options.engine, options.limits);
    // At once: what another partition has not answered may have been lost with the process that sent it.
    this.#nextRetryMs = options.clock.nowMs();
  }

  /** Begins to process what the log left over and what becomes due. */
  start(): void {
    this.#schedule();
  }

  get queueLength(): number {
    return this.#intake.queueLength;
  }

  /** Queues a client's command. @returns `false` when the queue is full; nothing happened. */
  submit(command: Command, bytes: number): boolean {
    if (!this.#intake.offerClientCommand(command, bytes, performance.now())) return false;
    this.#options.limiter.acquire();
    this.#schedule();
    return true;
  }

  /** Queues a command that no client waits for. @returns `false` when the queue is full; whoever sent it sends it again. */
  deliver(command: Command, bytes: number): boolean {
    if (this.#isOver || !this.#intake.offerPartitionCommand(command, bytes)) return false;
    this.#schedule();
    return true;
  }

  /** While paused nothing is processed; what was processed before still becomes durable. */
  setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.#schedule();
  }

  /**
   * Runs an action at a moment when everything processed is durable; processing waits for that moment and goes on
   * behind the action.
   * @throws {BrokerError} STOPPED: the loop ended before; the action did not run.
   */
  whenQuiet(action: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#isOver) {
        reject(endedBefore());
        return;
      }
      this.#whenQuiet.push({
        abandon: () => reject(endedBefore()),
        run: () => {
          action();
          resolve();
        },
      });
      this.#schedule();
    });
  }

  /**
   * Processes what is queued, then ends; what takes longer than the limit is refused.
   * @returns whether everything processed is durable, so a checkpoint may follow.
   */
  async drain(): Promise<boolean> {
    if (this.#isOver) return false;
    this.#intake.drain();
    const drained = new Promise<void>((resolve) => {
      this.#whenDrained = resolve;
    });
    this.#schedule();
    const cancel = this.#options.clock.schedule(this.#limits.drainMs, () => this.#whenDrained?.());
    await drained;
    cancel();
    // It may have failed while we waited, and then it told its requests already.
    if (this.#isOver) return false;
    this.#isOver = true;
    const isQuiet = this.#isQuiet;
    this.#end(stoppedInFlight, stopping);
    return isQuiet;
  }

  #schedule(): void {
    if (this.#isOver || this.#immediate !== undefined) return;
    this.#immediate = setImmediate(() => {
      this.#immediate = undefined;
      this.#turn();
    });
  }

  #turn(): void {
    if (this.#isOver) return;
    try {
      this.#processTurn();
    } catch (error) {
      this.#fail(error);
    }
  }

  #processTurn(): void {
    if (this.#isQuietWanted() || this.#isPaused) {
      this.#flush(true);
      this.#settle();
      return;
    }
    const nowMs = this.#options.time.nowMs();
    this.#collectRetries(nowMs);
    this.#intake.collectDue(nowMs);
    const endMs = performance.now() + this.#limits.turnMs;
    let uncheckedCost = 0;
    while (this.#hasRoom()) {
      this.#intake.holdBacklog(this.#isDiskBehind);
      const processed = this.#intake.processNext(nowMs, this.#noteRequest);
      if (processed === undefined) break;
      this.#openCommands++;
      if (processed.source === 'backlog') this.#isOpenBacklog = true;
      this.#options.metrics.processed[processed.source]++;
      if (this.#isFull()) this.#flush(false);
      uncheckedCost += processed.cost;
      if (uncheckedCost < COST_PER_TIME_CHECK) continue;
      if (performance.now() >= endMs) break;
      uncheckedCost = 0;
    }
    this.#flush(false);
    this.#intake.holdBacklog(this.#isDiskBehind);
    if (this.#hasRoom() && this.#intake.hasWork) this.#schedule();
    else this.#setAlarm(nowMs);
    this.#settle();
  }

  readonly #noteRequest = (request: ClientRequest): void => {
    this.#openRequests.push(request);
  };

  #isFull(): boolean {
    const { batchCommandsMax, batchBytesMax, backlogBatchBytesMax } = this.#limits;
    const bytesMax = this.#isOpenBacklog ? backlogBatchBytesMax : batchBytesMax;
    return this.#openCommands >= batchCommandsMax || this.#engine.pendingBytes >= bytesMax;
  }

  /** When the disk has caught up, the loop runs again. */
  get #isDiskBehind(): boolean {
    return this.#inFlight.length >= this.#limits.backlogAppendsInFlightMax;
  }

  #hasRoom(): boolean {
    return !this.#isFull() && !this.#isQuietWanted() && !this.#isPaused;
  }

  /** Sends the open batch on its way when the disk is free, or when it is full and the pipeline has room. */
  #flush(isUrgent: boolean): void {
    if (this.#openCommands === 0) return;
    const isPipelining = this.#inFlight.length > 0;
    if (isPipelining && !isUrgent && !this.#isFull()) return;
    if (this.#inFlight.length >= this.#limits.appendsInFlightMax) return;

    const commandCount = this.#openCommands;
    const requests = this.#openRequests;
    const effects = this.#openEffects;
    const batch = this.#engine.takeBatch();
    this.#openCommands = 0;
    this.#isOpenBacklog = false;
    this.#openRequests = [];
    this.#openEffects = [];
    if (batch === undefined) {
      this.#complete(requests);
      this.#carryOut(effects);
      return;
    }
    this.#options.streams.batchTaken(batch.effects);
    this.#options.metrics.observeBatch(commandCount, batch);
    const entry: BatchInFlight = {
      batch,
      requests,
      effects: [...batch.effects, ...effects],
      startedMs: performance.now(),
    };
    this.#inFlight.push(entry);
    this.#options.log.append(batch).then(
      () => this.#durable(entry),
      (error: unknown) => this.#fail(error),
    );
  }

  #durable(entry: BatchInFlight): void {
    if (this.#isOver) return;
    try {
      const first = this.#inFlight.shift();
      if (first !== entry) throw new Error('Expected appends to settle in order, but a later batch was durable first');
      this.#options.metrics.appendSeconds.observe((performance.now() - entry.startedMs) / 1000);
      this.#engine.commit(entry.batch);
      this.#options.onCommitted(entry.batch.lastPosition);
      this.#complete(entry.requests);
      this.#carryOut(entry.effects);
      this.#options.onDurable(entry.batch);
      this.#flush(this.#isQuietWanted() || this.#isPaused);
      this.#schedule();
      this.#settle();
    } catch (error) {
      this.#fail(error);
    }
  }

  #complete(requests: readonly ClientRequest[]): void {
    const nowMs = performance.now();
    for (const { acceptedMs } of requests) this.#options.limiter.complete(nowMs - acceptedMs, nowMs);
  }

  #carryOut(effects: readonly Effect[]): void {
    const { output } = this.#options;
    for (const effect of effects) {
      switch (effect.kind) {
        case 'response':
          output.respond(effect);
          break;
        case 'push':
          output.push(effect);
          break;
        case 'send':
          output.send(effect);
          break;
        case 'jobsAvailable':
          output.jobsAvailable(effect.jobType);
          break;
      }
    }
  }

  #collectRetries(nowMs: number): void {
    if (nowMs < this.#nextRetryMs) return;
    this.#nextRetryMs = nowMs + this.#limits.retryIntervalMs;
    const retries = this.#engine.collectRetries(nowMs);
    // The engine may have looked at changes that are not durable yet, so the effects wait for the youngest of these.
    if (this.#openCommands > 0) this.#openEffects.push(...retries);
    else if (this.#inFlight.length > 0) this.#inFlight.at(-1)!.effects.push(...retries);
    else this.#carryOut(retries);
  }

  #setAlarm(nowMs: number): void {
    this.#cancelAlarm?.();
    const nextMs = Math.min(this.#engine.nextDueMs() ?? Number.POSITIVE_INFINITY, this.#nextRetryMs);
    const waitMs = Math.min(Math.max(nextMs - nowMs, 0), this.#limits.alarmWaitMaxMs);
    this.#cancelAlarm = this.#options.clock.schedule(waitMs, () => this.#schedule());
  }

  #isQuietWanted(): boolean {
    return this.#whenQuiet.length > 0;
  }

  get #isQuiet(): boolean {
    return this.#openCommands === 0 && this.#inFlight.length === 0;
  }

  #settle(): void {
    if (!this.#isQuiet) return;
    if (this.#isQuietWanted()) {
      const actions = this.#whenQuiet;
      this.#whenQuiet = [];
      for (const { run } of actions) run();
      this.#schedule();
    }
    if (this.#whenDrained !== undefined && (this.queueLength === 0 || this.#isPaused)) this.#whenDrained();
  }

  #fail(error: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const lost = this.#inFlight[0];
    let failure = error;
    try {
      if (lost !== undefined) this.#engine.discard(lost.batch);
    } catch (discardError) {
      failure = new AggregateError([error, discardError], 'Expected to undo what was not durable, but that failed too');
    }
    const refusal = refusalOf(error);
    this.#end(refusal, refusal);
    this.#options.onFailure(failure);
  }

  /** Refuses every request that is not known to be durable and lets go of timers. */
  #end(inFlight: Refusal, notAppended: Refusal): void {
    if (this.#immediate !== undefined) clearImmediate(this.#immediate);
    this.#cancelAlarm?.();
    this.#options.streams.discardUndelivered(this.#inFlight.flatMap(({ batch }) => batch.effects));
    for (const { requests } of this.#inFlight) this.#refuse(requests, inFlight);
    this.#refuse(this.#openRequests, notAppended);
    this.#refuse(this.#intake.clear(), notAppended);
    for (const { abandon } of this.#whenQuiet) abandon();
    this.#whenDrained?.();
  }

  #refuse(requests: readonly ClientRequest[], { code, message }: Refusal): void {
    for (const { requestId } of requests) {
      this.#options.limiter.release();
      this.#options.output.refuse(requestId, code, message);
    }
  }
}

function endedBefore(): BrokerError {
  return new BrokerError('STOPPED', 'Expected a quiet moment of the partition, but it stopped before');
}

/**
 * What a partition has to do, from all sources, and whose turn it is.
 *
 * 1. Client and inter-partition commands wait in bounded queues; due commands and backlog wait in the state.
 * 2. Due commands stay due until they are processed, so new ones are collected only when all collected ones are done.
 */
import type { PartitionEngine } from '@waggle/engine';
import type { Command } from '@waggle/protocol';
import { CommandQueue } from './command-queue.ts';
import { type CommandSource, FairTurns } from './fair-turns.ts';
import type { PartitionLimits } from './partition-limits.ts';

/** Share of a turn that a command costs even when it writes next to nothing. */
const COMMAND_COST_BYTES = 256;

/** A client's accepted command, as long as its outcome is not durable. */
export interface ClientRequest {
  readonly requestId: number;
  /** ms of the process's own clock. */
  readonly acceptedMs: number;
}

interface ClientCommand extends ClientRequest {
  readonly command: Command;
}

export class CommandIntake {
  readonly #engine: PartitionEngine;
  readonly #limits: PartitionLimits;
  readonly #clientQueue: CommandQueue<ClientCommand>;
  readonly #partitionQueue: CommandQueue<Command>;
  readonly #turns = new FairTurns();
  #dueCommands: Command[] = [];
  #isDraining = false;
  #isBacklogHeld = false;

  constructor(engine: PartitionEngine, limits: PartitionLimits) {
    this.#engine = engine;
    this.#limits = limits;
    this.#clientQueue = new CommandQueue(limits.queueCommandsMax, limits.queueBytesMax);
    this.#partitionQueue = new CommandQueue(limits.internalQueueCommandsMax, limits.queueBytesMax);
  }

  get queueLength(): number {
    return this.#clientQueue.length + this.#partitionQueue.length;
  }

  get hasWork(): boolean {
    return this.#turns.next(this.#isReady) !== undefined;
  }

  /** @returns `false` when there is no room. */
  offerClientCommand(command: Command, bytes: number, acceptedMs: number): boolean {
    return this.#clientQueue.offer({ requestId: command.requestId, acceptedMs, command }, bytes);
  }

  /** @returns `false` when there is no room. */
  offerPartitionCommand(command: Command, bytes: number): boolean {
    return this.#partitionQueue.offer(command, bytes);
  }

  /**
   * Leaves due commands and backlog alone from now on. The log keeps them for the next start, and waiting for a process
   * that never stops would be waiting for ever.
   */
  drain(): void {
    this.#isDraining = true;
  }

  /** Leaves the backlog alone for now: what it writes would stand in the way of those who wait for an answer. */
  holdBacklog(isHeld: boolean): void {
    this.#isBacklogHeld = isHeld;
  }

  collectDue(nowMs: number): void {
    if (this.#dueCommands.length > 0) return;
    const dueMs = this.#engine.nextDueMs();
    if (dueMs === undefined || dueMs > nowMs) return;
    this.#dueCommands = [...this.#engine.collectDueCommands(nowMs, this.#limits.dueCommandsMax)];
  }

  /**
   * Hands the next command to the engine.
   * @param onClientRequest told before its command is processed: should the engine throw, the client must be told.
   * @returns where it came from and what it cost; `undefined` when there is nothing to do.
   */
  processNext(
    nowMs: number,
    onClientRequest: (request: ClientRequest) => void,
  ): { readonly source: CommandSource; readonly cost: number } | undefined {
    const source = this.#turns.next(this.#isReady);
    if (source === undefined) return undefined;
    const bytesBefore = this.#engine.pendingBytes;
    this.#process(source, nowMs, onClientRequest);
    const cost = COMMAND_COST_BYTES + this.#engine.pendingBytes - bytesBefore;
    this.#turns.charge(source, cost);
    return { source, cost };
  }

  /** Forgets everything queued. @returns the clients that must be told. */
  clear(): readonly ClientRequest[] {
    this.#partitionQueue.takeAll();
    this.#dueCommands = [];
    return this.#clientQueue.takeAll();
  }

  #process(source: CommandSource, nowMs: number, onClientRequest: (request: ClientRequest) => void): void {
    switch (source) {
      case 'client': {
        const { command, ...request } = this.#clientQueue.take()!;
        onClientRequest(request);
        this.#engine.process(command, nowMs);
        break;
      }
      case 'partition':
        this.#engine.process(this.#partitionQueue.take()!, nowMs);
        break;
      case 'due':
        this.#engine.process(this.#dueCommands.shift()!, nowMs);
        break;
      case 'backlog':
        this.#engine.processBacklog(nowMs);
        break;
    }
  }

  readonly #isReady = (source: CommandSource): boolean => {
    switch (source) {
      case 'client':
        return this.#clientQueue.length > 0;
      case 'partition':
        return this.#partitionQueue.length > 0;
      case 'due':
        return this.#dueCommands.length > 0 && !this.#isDraining;
      case 'backlog':
        return this.#engine.hasBacklog && !this.#isDraining && !this.#isBacklogHeld;
    }
  };
}

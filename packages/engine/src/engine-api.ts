/** What a broker, a test or a browser drives: one partition's engine. */
import type { Command, GlobalListenerDescription } from '@waggle/protocol';
import type { Effect } from './effect.ts';
import type { LogBatch } from './storage/partition-log.ts';
import type { CheckpointMetadata } from './storage/state-store.ts';

export interface PartitionEngine {
  /** Folds a batch of the log into the state. Only before the first command is processed, or on a follower. */
  replay(data: Uint8Array): void;

  /**
   * Compares the listeners of the configuration with those there are. Only on partition 1, which decides for all, and
   * between commands.
   */
  listenerConfiguration(listeners: readonly GlobalListenerDescription[]): ListenerConfiguration;

  /**
   * Processes one command and the follow-up commands that fit its budget. Never throws for what a command contains.
   * Records and effects collect until `takeBatch`.
   * @param nowMs epoch ms, never going back.
   */
  process(command: Command, nowMs: number): void;

  /** Goes on with a follow-up command that an earlier batch left over. @returns `false` when none is left. */
  processBacklog(nowMs: number): boolean;
  readonly hasBacklog: boolean;

  /** Commands for what is due: timers, job time-outs, back-offs, message expiry. Process them like any other. */
  collectDueCommands(nowMs: number, limit: number): readonly Command[];
  /** When `collectDueCommands` has something next: a past time = now; `undefined` = nothing scheduled, or a pinned clock. */
  nextDueMs(): number | undefined;

  /** Inter-partition commands to send again because no acknowledgement came; call about every 10 s. */
  collectRetries(nowMs: number): readonly Effect[];

  /** Bytes collected since the last `takeBatch`: close the batch when it grows large. */
  readonly pendingBytes: number;
  /** Takes what was processed since the last call as one batch; `undefined` when there is nothing. */
  takeBatch(): ProcessedBatch | undefined;
  /** The batch and all before are durable: they can no longer be undone. */
  commit(batch: ProcessedBatch): void;
  /** The batch could not be made durable: the state goes back to before it; it and every later batch are forgotten, what is collected too. */
  discard(batch: ProcessedBatch): void;

  /** For a checkpoint; valid when every taken batch is committed and nothing is collected. */
  checkpointMetadata(): CheckpointMetadata;
}

/** What makes the listeners of the configuration be others: a command to process. */
export type ListenerConfiguration =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly command: Command }
  | { readonly kind: 'refused'; readonly reason: string };

export interface ProcessedBatch extends LogBatch {
  readonly recordCount: number;
  /** Carry out only after the batch is durable, in order. */
  readonly effects: readonly Effect[];
}

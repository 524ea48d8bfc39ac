import type { Command, ExportingMode, PartitionHealth, PartitionRole } from '@waggle/protocol';
import type { RegisteredStream } from './job-stream-registry.ts';
import type { MetricSample } from './metric.ts';
import type { RecordFeed } from './record-feed.ts';

/** A partition as its broker drives it, whether in this thread or in one of its own. Results go to a PartitionOutput. */
export interface PartitionLink {
  readonly partitionId: number;
  readonly status: PartitionStatus;
  /** Resolves when the partition processes. @throws why it cannot; it is closed then. */
  start(): Promise<void>;
  /** Hands over a client's command; the output gets one answer for it. @param bytes encoded size. */
  submit(command: Command, bytes: number): void;
  /** Hands over a command nobody waits for; it may be dropped. */
  deliver(command: Command): void;
  openStream(stream: RegisteredStream): void;
  closeStream(id: number): void;
  /** A receiver cannot take jobs now, or can again. */
  setStreamReady(id: number, isReady: boolean): void;
  /** A pushed job arrived, taken or not. */
  acknowledgePush(streamId: number): void;
  /** Whether the disk has room above the watermark; while it has not, clients' commands are refused. */
  setDiskAvailable(isAvailable: boolean): void;
  setExporting(mode: ExportingMode): void;
  /** @throws the partition's thread ended before it could tell. */
  exporting(): Promise<PartitionExporting>;
  /** The feed's consumer started anew: makes a channel to it. */
  connectFeed(feed: RecordFeed): void;
  /** Writes a checkpoint and compacts the log. */
  checkpoint(): Promise<void>;
  metrics(): readonly MetricSample[];
  /** Finishes or refuses what was accepted, writes a checkpoint and lets go of everything. */
  close(): Promise<void>;
}

export interface PartitionExporting {
  readonly mode: ExportingMode;
  /** Whether nothing that came before a pause is on its way any more. */
  readonly isSettled: boolean;
}

export interface PartitionStatus {
  readonly role: PartitionRole;
  readonly health: PartitionHealth;
  /** What is wrong, for people. */
  readonly message?: string;
}

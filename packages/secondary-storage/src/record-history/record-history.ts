/** The record history of a server: one per partition, below one folder. Used by one thread; others read it. */
import { statfsSync } from 'node:fs';
import type { HistoryBatch } from './history-batch.ts';
import { partitionHistoryFolder } from './history-folder.ts';
import { PartitionHistory } from './partition-history.ts';

export interface RecordHistorySettings {
  readonly folder: string;
  readonly retentionMs: number;
  /** Free bytes of the disk below which the oldest records go before their time; 0 = never. */
  readonly freeBytesMin: number;
}

export class RecordHistory {
  readonly #settings: RecordHistorySettings;
  readonly #partitions = new Map<number, PartitionHistory>();

  constructor(settings: RecordHistorySettings) {
    this.#settings = settings;
  }

  /** @param startPosition behind which records come, when nothing is kept yet. @returns position up to which all is kept. */
  open(partitionId: number, startPosition: number): number {
    let partition = this.#partitions.get(partitionId);
    if (partition === undefined) {
      const { folder, retentionMs } = this.#settings;
      partition = new PartitionHistory({
        folder: partitionHistoryFolder(folder, partitionId),
        retentionMs,
        startPosition,
      });
      this.#partitions.set(partitionId, partition);
    }
    return partition.lastPosition;
  }

  /** Keeps batches of an opened partition, in order; those that are kept already are skipped. */
  append(partitionId: number, batches: readonly HistoryBatch[]): void {
    this.#partitions.get(partitionId)?.append(batches);
  }

  /** What was appended before survives a power failure. */
  makeDurable(): void {
    for (const partition of this.#partitions.values()) partition.makeDurable();
  }

  /** @returns bytes that went before their time, as the disk is nearly full. */
  clean(nowMs: number): number {
    for (const partition of this.#partitions.values()) partition.clean(nowMs);
    const { folder, freeBytesMin } = this.#settings;
    if (freeBytesMin === 0 || this.#partitions.size === 0) return 0;
    const { bavail, bsize } = statfsSync(folder);
    let missing = freeBytesMin - bavail * bsize;
    let given = 0;
    while (missing > 0) {
      let bytes = 0;
      for (const partition of this.#partitions.values()) bytes += partition.giveWay();
      if (bytes === 0) break;
      missing -= bytes;
      given += bytes;
    }
    return given;
  }

  get bytes(): number {
    let sum = 0;
    for (const partition of this.#partitions.values()) sum += partition.bytes;
    return sum;
  }

  close(): void {
    for (const partition of this.#partitions.values()) partition.close();
    this.#partitions.clear();
  }
}

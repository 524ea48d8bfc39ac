/**
 * Where the record history of a server lies:
 *
 *     record-history/partition-<n>/<first position>.records    segments; the last one is being written
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SUFFIX = '.records';
const POSITION_DIGITS = 16;
const SEGMENT_NAME = /^\d{16}\.records$/;

export function partitionHistoryFolder(folder: string, partitionId: number): string {
  return join(folder, `partition-${partitionId}`);
}

export function segmentName(firstPosition: number): string {
  return String(firstPosition).padStart(POSITION_DIGITS, '0') + SUFFIX;
}

export function firstPositionOf(name: string): number {
  return Number(name.slice(0, -SUFFIX.length));
}

/** @returns names of the segments, oldest first; none when the folder is missing. */
export function segmentNames(partitionFolder: string): readonly string[] {
  try {
    return readdirSync(partitionFolder)
      .filter((name) => SEGMENT_NAME.test(name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

import type { StateKey } from '@waggle/engine';
import { compareKeyPaths } from '../sorted/compare-keys.ts';
import type { DiskRow } from './disk.ts';

/** The parts of a row's key: its key, or its group and member. */
export type KeyPath = readonly StateKey[];

/**
 * Rows of memory and disk in one order. Rows may change behind the reader meanwhile, and checkpoints end.
 * @param inMemory keys of all rows that are not, or not only, on disk; in any order, some twice.
 * @param current the row as it is now, wherever it is.
 */
export function* mergedEntries<Row>(
  inMemory: KeyPath[],
  onDisk: Iterable<DiskRow>,
  current: (path: KeyPath) => Row | undefined,
): Generator<readonly [KeyPath, Row]> {
  const changed = inMemory
    .sort(compareKeyPaths)
    .filter((path, at) => at === 0 || compareKeyPaths(inMemory[at - 1] as KeyPath, path) !== 0);
  let index = 0;
  for (const disk of onDisk) {
    const path = (disk.second === undefined ? [disk.first] : [disk.first, disk.second]) as KeyPath;
    for (; index < changed.length; index++) {
      const candidate = changed[index] as KeyPath;
      const order = compareKeyPaths(candidate, path);
      if (order > 0) break;
      if (order < 0) yield* currentEntry(candidate, current);
    }
    // The page was read before; what is in memory now counts.
    const isOverridden = index > 0 && compareKeyPaths(changed[index - 1] as KeyPath, path) === 0;
    if (isOverridden) yield* currentEntry(path, current);
    else yield [path, disk.row as Row];
  }
  for (; index < changed.length; index++) yield* currentEntry(changed[index] as KeyPath, current);
}

function* currentEntry<Row>(
  path: KeyPath,
  current: (path: KeyPath) => Row | undefined,
): Generator<readonly [KeyPath, Row]> {
  const row = current(path);
  if (row !== undefined) yield [path, row];
}

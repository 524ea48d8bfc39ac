/**
 * Writes checkpoint after checkpoint until killed, and says which position each has once it is durable.
 * Every row of a checkpoint tells its position, so that a mixture of two can be seen.
 */
import { openLmdbStateStore } from '@waggle/state';

const ROWS = 300n;

const store = openLmdbStateStore({ folder: process.argv[2] as string, cacheRowsMax: 100, checkpointSliceMs: 0.2 });
const rows = store.table<bigint, number>('rows');
const groups = store.groupedTable<string, bigint, number>('groups');
const timers = store.schedule('timers');

for (let position = store.checkpointMetadata.position + 1; ; position++) {
  for (let key = 0n; key < ROWS; key++) {
    rows.put(key, position);
    groups.put(`group ${key % 7n}`, key, position);
  }
  timers.delete(position - 1, 1n);
  timers.put(position, 1n);
  await store.checkpoint({ position, keyCounter: BigInt(position) });
  process.stdout.write(`${position}\n`);
}

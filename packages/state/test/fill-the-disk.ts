/** Writes checkpoints until one fails, deletes most rows, writes once more, and says what a new store finds. */
import { openLmdbStateStore, StateCheckpointError } from '@waggle/state';

const folder = process.argv[2] as string;
const CHECKPOINTS_MAX = 20;
const ROWS = 5000n;

const store = openLmdbStateStore({ folder });
const rows = store.table<bigint, string>('rows');
let key = 0n;
let failure: unknown;
for (let position = 1; position <= CHECKPOINTS_MAX && failure === undefined; position++) {
  for (const end = key + ROWS; key < end; key++) rows.put(key, 'x'.repeat(150));
  await store.checkpoint({ position, keyCounter: key }).catch((error: unknown) => {
    failure = error;
  });
}
const isWhole = [...rows.entries()].length === Number(key);
const before = store.checkpointMetadata.position;
for (let deleted = 100n; deleted < key; deleted++) rows.delete(deleted);
await store.checkpoint({ position: 99, keyCounter: key });
await store.close();

const again = openLmdbStateStore({ folder });
const { position } = again.checkpointMetadata;
const found = [...again.dump()].length;
await again.close();
console.log(JSON.stringify({ isRefused: failure instanceof StateCheckpointError, isWhole, before, position, found }));

import { open } from 'lmdb';
import type { Sample } from '../measurement.ts';
import { processUsage } from '../remote/process-usage.ts';
import type { Row } from '../row.ts';

const ROWS_PER_TRANSACTION = 1_000;
const VALUE_BYTES = 200;

/** New rows in transactions of a thousand, each durable before the next: the disk under the checkpoints. */
export const rawLmdb: Row = {
  name: 'raw-lmdb',
  async run({ newFolder, scale }) {
    const samples: Sample[] = [];
    while (samples.length < scale.repetitions) {
      samples.push(await puts(await newFolder(`lmdb-${samples.length}`), scale.lmdbRows));
    }
    return [{ id: 'raw-lmdb', label: 'LMDB put, transactions of 1000', unit: 'rows/s', samples }];
  },
};

async function puts(folder: string, rows: number): Promise<Sample> {
  const store = open<Uint8Array, string>({ path: folder, encoding: 'binary' });
  const value = new Uint8Array(VALUE_BYTES).fill(1);
  const cpuUsBefore = processUsage().cpuUs;
  const startMs = performance.now();
  for (let first = 0; first < rows; first += ROWS_PER_TRANSACTION) {
    await store.transaction(() => {
      for (let row = first; row < first + ROWS_PER_TRANSACTION; row++) void store.put(keyOf(row), value);
    });
    await store.flushed;
  }
  const sample = {
    value: (rows * 1_000) / (performance.now() - startMs),
    cpuUs: (processUsage().cpuUs - cpuUsBefore) / rows,
  };
  await store.close();
  return sample;
}

/** As long as a key of ours on disk, and in no order that would suit the tree. */
function keyOf(row: number): string {
  return `element-${(row * 7_919) % 1_000_003}`.padEnd(17, '-');
}

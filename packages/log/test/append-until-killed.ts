/**
 * Appends batches of random sizes until it is killed: `append-until-killed.ts <folder> <seed>`. Tells each batch's last
 * position on stdout when it is acknowledged, with a write that has happened when the next batch is.
 */
import { writeSync } from 'node:fs';
import { openFileLog } from '../src/index.ts';
import { batchAt } from './batches.ts';
import { randomFrom } from './simulated-disk.ts';

const [folder = '', seed = '0'] = process.argv.slice(2);
const random = randomFrom(Number(seed));
const PIPELINED = 8;
const log = await openFileLog({ folder, partitionId: 1, segmentBytes: 64 * 1024 });
let next = log.lastPosition + 1;
writeSync(1, `open ${log.lastPosition}\n`);

async function append(): Promise<void> {
  for (;;) {
    const batch = batchAt(next, 1 + Math.floor(random() * 3), Math.floor(random() ** 4 * 30_000));
    next = batch.lastPosition + 1;
    await log.append(batch);
    writeSync(1, `${batch.lastPosition}\n`);
    if (random() < 0.02) await log.compact(batch.lastPosition - 200);
  }
}

await Promise.all(Array.from({ length: PIPELINED }, append));

/**
 * What the file log does on this disk: `node bench/log-bench.ts [folder] [seconds]`. The folder must be on the disk in
 * question, not on one in memory; it is removed afterwards.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileLog, openFileLog } from '@waggle/log';

const [parent = '.', seconds = '3'] = process.argv.slice(2);
const folder = await mkdtemp(join(parent, 'log-bench-'));
const RECORD_BYTES = 150;
const RECORDS_PER_BATCH = 34;
const BATCH_BYTES = RECORD_BYTES * RECORDS_PER_BATCH;

try {
  let log = await openFileLog({ folder, partitionId: 1 });
  console.log(`batches of ${RECORDS_PER_BATCH} records of ${RECORD_BYTES} B (${BATCH_BYTES} B), ${seconds} s each`);
  for (const pipelined of [1, 8, 64]) await benchAppend(log, pipelined, Number(seconds) * 1000);
  await log.close();

  const opening = performance.now();
  log = await openFileLog({ folder, partitionId: 1 });
  const records = log.lastPosition;
  report('open, all verified', opening, records);
  const reading = performance.now();
  for await (const batch of log.read(1)) if (batch.data.byteLength === 0) throw new Error('Expected data.');
  report('read', reading, records);
  await log.close();
} finally {
  await rm(folder, { recursive: true });
}

async function benchAppend(log: FileLog, pipelined: number, durationMs: number): Promise<void> {
  const data = new Uint8Array(BATCH_BYTES).map((_, index) => index);
  const latencies: number[] = [];
  let next = log.lastPosition + 1;
  const cpu = process.cpuUsage();
  const start = performance.now();
  const appender = async () => {
    while (performance.now() - start < durationMs) {
      const firstPosition = next;
      next += RECORDS_PER_BATCH;
      const called = performance.now();
      await log.append({ firstPosition, lastPosition: next - 1, data });
      latencies.push(performance.now() - called);
    }
  };
  await Promise.all(Array.from({ length: pipelined }, appender));
  const elapsed = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  latencies.sort((a, b) => a - b);
  const at = (share: number) => `${latencies[Math.floor(latencies.length * share)]?.toFixed(3)} ms`;
  const rate = latencies.length / elapsed;
  console.log(
    `append, ${pipelined} pipelined: ${Math.round(rate)} batches/s, ${Math.round(rate * RECORDS_PER_BATCH)} records/s, ` +
      `p50 ${at(0.5)}, p99 ${at(0.99)}, max ${at(0.99999)}, CPU ${((user + system) / latencies.length).toFixed(0)} us/batch`,
  );
}

function report(what: string, start: number, records: number): void {
  const elapsed = (performance.now() - start) / 1000;
  const megabytes = (records * RECORD_BYTES) / 1e6;
  console.log(
    `${what}: ${Math.round(megabytes / elapsed)} MB/s, ${Math.round(records / elapsed)} records/s ` +
      `(${Math.round(megabytes)} MB in ${elapsed.toFixed(2)} s)`,
  );
}

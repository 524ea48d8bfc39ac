import { fdatasyncSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { percentile } from '../clients/closed-loop.ts';
import { median, type Sample } from '../measurement.ts';
import { processUsage } from '../remote/process-usage.ts';
import type { Row } from '../row.ts';

/** What one instance with one task writes to the log. */
const APPEND_BYTES = 3_500;
/** Written beforehand, as the log's segments are: a growing file would sync its length too. */
const FILE_BYTES = 32 * 1024 * 1024;

/** One append after the other, each made durable: what a client alone can get out of the disk. */
export const rawFdatasync: Row = {
  name: 'raw-fdatasync',
  async run({ newFolder, scale }) {
    const file = await open(join(await newFolder('fdatasync'), 'file'), 'w');
    try {
      await file.write(new Uint8Array(FILE_BYTES));
      await file.sync();
      const samples = [];
      while (samples.length < scale.repetitions) samples.push(appends(file.fd, scale.fdatasyncs));
      return [{ id: 'raw-fdatasync', label: 'fdatasync of a 3.5 kB append', unit: 'syncs/s', samples }];
    } finally {
      await file.close();
    }
  },
};

function appends(fd: number, count: number): Sample {
  const data = new Uint8Array(APPEND_BYTES).fill(1);
  const latencies: number[] = [];
  const cpuUsBefore = processUsage().cpuUs;
  const startMs = performance.now();
  for (let index = 0; index < count; index++) {
    const appendMs = performance.now();
    writeSync(fd, data, 0, data.length, (index * APPEND_BYTES) % (FILE_BYTES - APPEND_BYTES));
    fdatasyncSync(fd);
    latencies.push(performance.now() - appendMs);
  }
  return {
    value: (count * 1_000) / (performance.now() - startMs),
    cpuUs: (processUsage().cpuUs - cpuUsBefore) / count,
    p50Ms: median(latencies),
    p99Ms: percentile(latencies, 0.99),
  };
}

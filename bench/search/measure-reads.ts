import { SharedPositions } from '@waggle/protocol';
import { startSearch } from '@waggle/search';
import type { SearchData } from './make-data.ts';
import type { MeasuredRead } from './measured-reads.ts';
import { Random } from './random.ts';
import { takeSamples } from './samples.ts';

export interface ReadResult {
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Of this process, its reader threads included: what a neighbour's load does not change. */
  readonly cpuMs: number;
}

/** Longer than any answer anybody would wait for: what is measured is how long it takes, not that it is cut off. */
const QUERY_TIMEOUT_MS = 60_000;

/**
 * Each read so many times, one after another, each time with other values, in the reader threads of a server.
 * @returns results by the reads' names; a read that fails has its message.
 */
export async function measureReads(
  { database, ...data }: SearchData,
  reads: readonly MeasuredRead[],
  repetitions: number,
): Promise<ReadonlyMap<string, ReadResult | string>> {
  const search = startSearch({
    database: database.location,
    positions: new SharedPositions({ partitionCount: 1 }).buffer,
    queryTimeoutMs: QUERY_TIMEOUT_MS,
  });
  const samples = await takeSamples(search, data);
  const results = new Map<string, ReadResult | string>();
  for (const read of reads) {
    const random = new Random(7);
    const times: number[] = [];
    try {
      // The first one also compiles the statement.
      await search.read(read.request(random, samples));
      const cpuBefore = process.cpuUsage();
      for (let count = 0; count < repetitions; count++) {
        const request = read.request(random, samples);
        const startMs = performance.now();
        await search.read(request);
        times.push(performance.now() - startMs);
      }
      const { user, system } = process.cpuUsage(cpuBefore);
      const cpuMs = (user + system) / 1_000 / repetitions;
      results.set(read.name, { cpuMs, p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95) });
    } catch (error) {
      results.set(read.name, error instanceof Error ? error.message : String(error));
    }
    process.stderr.write(`${database.kind}: ${read.name}: ${JSON.stringify(results.get(read.name))}\n`);
  }
  await search.close();
  return results;
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

import { commandsPerFlush } from '../commands-per-flush.ts';
import { loadSamples } from '../load-sample.ts';
import type { Measurement } from '../measurement.ts';
import type { BatchCounters } from '../programs/broker-in-process.ts';
import { RemoteProcess } from '../remote/remote-process.ts';
import type { Bench, Row } from '../row.ts';

/** Enough that the disk always has a batch to write while the next one fills; below what a job stream takes at once. */
const IN_FLIGHT = 240;

/** One-task instances through the broker with its log and state on disk, without a network. */
export const durable: Row = {
  name: 'durable',
  run: async (bench) => [
    await measure(bench, 'main', 'in process durable, one thread'),
    await measure(bench, 'workers', "in process durable, partition's thread"),
    await measure(bench, 'main', 'in process durable, with a record feed', 'feed'),
  ],
};

async function measure(bench: Bench, threads: 'main' | 'workers', label: string, extra?: 'feed'): Promise<Measurement> {
  const program = new URL('../programs/broker-in-process.ts', import.meta.url);
  const broker = await RemoteProcess.start(program, {
    args: [await bench.newFolder('durable'), threads, ...(extra === undefined ? [] : [extra])],
    execArgv: bench.serverExecArgv,
  });
  await broker.call('connect', { isWorking: true });
  const flushes = bench.scale.countsFlushes
    ? await commandsPerFlush(() => broker.call<BatchCounters>('batchCounters'))
    : undefined;
  const samples = await loadSamples(
    { client: broker, usage: () => broker.call('usage'), isOneProcess: true },
    { ...bench.scale, inFlight: IN_FLIGHT },
  );
  const perFlush = await flushes?.();
  await broker.call('close');
  await broker.stop();
  return {
    id: `durable/${extra ?? threads}`,
    label: `${label}, ${IN_FLIGHT} in flight`,
    unit: 'instances/s',
    samples,
    ...(perFlush === undefined
      ? {}
      : {
          limit: { id: 'raw-fdatasync', operationsPerUnit: samples[0]!.requestsPerOperation / perFlush },
          note: `${perFlush.toFixed(1)} commands a flush`,
        }),
    ...(threads === 'main' && extra === undefined ? { targets: [{ field: 'value', atLeast: 12_000 }] } : {}),
  };
}

import type { LoopOptions } from './clients/closed-loop.ts';
import type { LoadResult } from './clients/load-result.ts';
import { watchBusyCores } from './machine-load.ts';
import type { Sample } from './measurement.ts';
import type { ProcessUsage } from './remote/process-usage.ts';
import type { RemoteProcess } from './remote/remote-process.ts';

const BYTES_PER_MEGABYTE = 1e6;
const US_PER_MS = 1_000;

/** Who is measured and who puts the load on it. */
export interface LoadedServer {
  readonly client: RemoteProcess;
  readonly usage: () => Promise<ProcessUsage>;
  /** Client and server are one process, whose CPU counts once. */
  readonly isOneProcess?: boolean;
}

export interface LoadSample extends Sample {
  readonly requestsPerOperation: number;
  readonly refused: number;
}

/** One repetition: the client's figures next to what the server used meanwhile. */
export async function loadSample(
  { client, usage, isOneProcess }: LoadedServer,
  options: LoopOptions,
): Promise<LoadSample> {
  const before = await usage();
  const busyCores = watchBusyCores();
  const load = await client.call<LoadResult>('load', options);
  const after = await usage();
  const serverUs = after.cpuUs - before.cpuUs;
  const clientUs = isOneProcess ? 0 : load.cpuUs * load.operations;
  const ownCores = (serverUs + clientUs) / (load.elapsedMs * US_PER_MS);
  return {
    value: (load.operations * 1_000) / load.elapsedMs,
    cpuUs: serverUs / load.operations,
    ...(isOneProcess ? {} : { clientCpuUs: load.cpuUs }),
    p50Ms: load.p50Ms,
    p99Ms: load.p99Ms,
    rssMb: after.rssBytes / BYTES_PER_MEGABYTE,
    foreignCores: Math.max(0, busyCores() - ownCores),
    requestsPerOperation: load.requests / load.operations,
    refused: load.refused,
  };
}

/** Warms up, then measures as often as the scale says. */
export async function loadSamples(
  server: LoadedServer,
  { inFlight, warmUpMs, measureMs, repetitions }: LoadPlan,
): Promise<readonly LoadSample[]> {
  await loadSample(server, { inFlight, durationMs: warmUpMs });
  const samples: LoadSample[] = [];
  while (samples.length < repetitions) samples.push(await loadSample(server, { inFlight, durationMs: measureMs }));
  return samples;
}

export interface LoadPlan {
  readonly inFlight: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly repetitions: number;
}

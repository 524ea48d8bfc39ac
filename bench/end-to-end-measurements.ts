import { commandsPerFlush, scrapeBatchCounters } from './commands-per-flush.ts';
import { loadSamples } from './load-sample.ts';
import type { Measurement, Target } from './measurement.ts';
import { RemoteProcess } from './remote/remote-process.ts';
import type { Bench } from './row.ts';
import { WaggleProcess } from './waggle-process.ts';

export interface EndToEnd {
  readonly id: string;
  readonly label: string;
  /** Takes the server's address as argument; `connect` deploys and starts to work, `load` creates instances. */
  readonly client: URL;
  /** What the client takes besides. */
  readonly clientArgs?: readonly string[];
  readonly address: 'rest' | 'grpc';
  readonly inFlights: readonly number[];
  /** The bare server that shows what the network alone costs. */
  readonly limitId: string;
  readonly targets: Readonly<Record<number, readonly Target[]>>;
}

/** One-task instances through the real server, driven by a client in a process of its own. */
export async function endToEndMeasurements(bench: Bench, row: EndToEnd): Promise<readonly Measurement[]> {
  const server = await WaggleProcess.start(await bench.newFolder('end-to-end'), bench.serverExecArgv);
  const client = await RemoteProcess.start(row.client, {
    args: [server.addresses[row.address], ...(row.clientArgs ?? [])],
  });
  await client.call('connect');
  const measurements: Measurement[] = [];
  for (const inFlight of row.inFlights) {
    const flushes = bench.scale.countsFlushes
      ? await commandsPerFlush(() => scrapeBatchCounters(server.addresses.management))
      : undefined;
    const samples = await loadSamples({ client, usage: () => server.usage() }, { ...bench.scale, inFlight });
    const refused = samples.reduce((sum, sample) => sum + sample.refused, 0);
    const notes = [
      ...(flushes === undefined ? [] : [`${(await flushes()).toFixed(1)} commands a flush`]),
      ...(refused > 0 ? [`${refused} refused`] : []),
    ];
    measurements.push({
      id: `${row.id}/${inFlight}`,
      label: `${row.label}, ${inFlight} in flight`,
      unit: 'instances/s',
      samples,
      limit: { id: row.limitId, operationsPerUnit: samples[0]!.requestsPerOperation },
      targets: row.targets[inFlight] ?? [],
      note: notes.join(', '),
    });
  }
  await client.stop();
  await server.stop();
  return measurements;
}

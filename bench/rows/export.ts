import { hasPostgresPrograms, startPostgres } from '@waggle/secondary-storage/test';
import { type Measurement, median } from '../measurement.ts';
import type { ExportRun } from '../programs/broker-in-process.ts';
import type { ProcessUsage } from '../remote/process-usage.ts';
import { RemoteProcess } from '../remote/remote-process.ts';
import type { Bench, Row } from '../row.ts';

/** As in the row `durable`. */
const IN_FLIGHT = 240;

/** The read side beside a broker that has all the work it can do, and how soon searches see what was written. */
export const exporting: Row = {
  name: 'export',
  async run(bench) {
    const measurements = [
      ...(await measure(bench, 'SQLite', 'sqlite')),
      ...(await measure(bench, 'SQLite and the record history', 'sqlite', 'history')),
      ...(await measure(bench, 'SQLite and the record history, watched', 'sqlite', 'history', 'watched')),
    ];
    if (!hasPostgresPrograms()) return measurements;
    const server = await startPostgres({ settings: { fsync: 'on', shared_buffers: '512MB', max_wal_size: '4GB' } });
    try {
      measurements.push(...(await measure(bench, 'PostgreSQL', server.url)));
    } finally {
      await server.stop();
    }
    return measurements;
  },
};

async function measure(
  bench: Bench,
  name: string,
  database: string,
  ...extras: readonly ('history' | 'watched')[]
): Promise<readonly Measurement[]> {
  const { newFolder, scale, serverExecArgv } = bench;
  const program = new URL('../programs/broker-in-process.ts', import.meta.url);
  const broker = await RemoteProcess.start(program, {
    args: [await newFolder('export'), 'main', `export=${database}`, ...extras],
    execArgv: serverExecArgv,
  });
  await broker.call('connect', { isWorking: true });
  const load = (durationMs: number) => broker.call<ExportRun>('exportBeside', { inFlight: IN_FLIGHT, durationMs });
  await load(scale.warmUpMs);
  const runs: (ExportRun & { readonly cpuUs: number })[] = [];
  while (runs.length < scale.repetitions) {
    const before = await broker.call<ProcessUsage>('usage');
    const startMs = performance.now();
    const run = await load(scale.measureMs);
    const seconds = (performance.now() - startMs) / 1_000;
    const { cpuUs } = await broker.call<ProcessUsage>('usage');
    runs.push({ ...run, cpuUs: (cpuUs - before.cpuUs) / (run.instancesPerSecond * seconds) });
  }
  const times = await broker.call<readonly number[]>('visibility', { instances: scale.visibleInstances });
  await broker.call('close');
  await broker.stop();
  return [
    {
      id: `export/${name}`,
      label: `export into ${name} beside the broker`,
      unit: 'instances/s',
      samples: runs.map(({ instancesPerSecond, cpuUs }) => ({ value: instancesPerSecond, cpuUs })),
      targets: [{ field: 'value', atLeast: 3_000 }],
      note: `${Math.round(median(runs.map(({ workedPerSecond }) => workedPerSecond))).toLocaleString('en-US')} instances/s worked on meanwhile; CPU is all of the process`,
    },
    {
      id: `export/${name}-visible`,
      label: `write to search, ${name}`,
      unit: 'ms',
      samples: times.map((value) => ({ value })),
      targets: [{ field: 'value', atMost: 10 }],
      note: `${times.length} instances one after another; slowest ${Math.max(...times).toFixed(1)} ms`,
    },
  ];
}

import { setTimeout as sleep } from 'node:timers/promises';
import { type Measurement, median, type Sample } from '../measurement.ts';
import { RemoteProcess } from '../remote/remote-process.ts';
import type { Bench, Row } from '../row.ts';
import { WaggleProcess } from '../waggle-process.ts';

/** When a server has settled after its start: long enough for what it does lazily. */
const SETTLED_MS = 1_500;
const BYTES_PER_MEGABYTE = 1e6;

/** `waggle start` until it takes requests, on an empty folder and on one with waiting instances; then its memory. */
export const start: Row = {
  name: 'start',
  async run(bench) {
    const withData = await folderWithData(bench);
    const cold: Sample[] = [];
    const warm: Sample[] = [];
    const idle: Sample[] = [];
    const cpuMs: number[] = [];
    while (cold.length < bench.scale.starts) {
      const emptyStart = await startOnce(await bench.newFolder('start'), bench);
      cold.push(emptyStart.ready);
      cpuMs.push(emptyStart.cpuMs);
      idle.push(emptyStart.idle);
      warm.push((await startOnce(withData, bench)).ready);
    }
    const waiting = bench.scale.waitingInstances.toLocaleString('en-US');
    const lines: readonly Measurement[] = [
      {
        id: 'start/cold',
        label: 'start to ready, empty folder',
        unit: 'ms',
        samples: cold,
        targets: [ready],
        note: `${Math.round(median(cpuMs))} ms CPU`,
      },
      {
        id: 'start/data',
        label: 'start to ready, with data',
        unit: 'ms',
        samples: warm,
        targets: [ready],
        note: `${waiting} waiting instances`,
      },
      {
        id: 'start/idle',
        label: 'memory when idle',
        unit: 'MB',
        samples: idle,
        targets: [{ field: 'value', atMost: 120 }],
      },
    ];
    return lines;
  },
};

const ready = { field: 'value', atMost: 1_000 } as const;

interface Start {
  readonly ready: Sample;
  readonly idle: Sample;
  readonly cpuMs: number;
}

async function startOnce(folder: string, { serverExecArgv }: Bench): Promise<Start> {
  const server = await WaggleProcess.start(folder, serverExecArgv);
  const { cpuUs } = await server.usage();
  await sleep(SETTLED_MS);
  const { rssBytes } = await server.usage();
  await server.stop();
  return {
    ready: { value: server.readyAfterMs },
    idle: { value: rssBytes / BYTES_PER_MEGABYTE },
    cpuMs: cpuUs / 1_000,
  };
}

/** Closed in order, so a start reads a checkpoint. */
async function folderWithData({ newFolder, scale }: Bench): Promise<string> {
  const folder = await newFolder('start-data');
  const program = new URL('../programs/broker-in-process.ts', import.meta.url);
  const broker = await RemoteProcess.start(program, { args: [folder, 'main'] });
  await broker.call('connect', { isWorking: false });
  await broker.call('fill', { instances: scale.waitingInstances });
  await broker.call('close');
  await broker.stop();
  return folder;
}

import type { Measurement } from '../measurement.ts';
import type { ProcessUsage } from '../remote/process-usage.ts';
import { RemoteProcess } from '../remote/remote-process.ts';
import type { Row } from '../row.ts';
import { WaggleProcess } from '../waggle-process.ts';

/** Parts of the run: the first and the last are compared. */
const PARTS = 10;
const BYTES_PER_MEGABYTE = 1e6;

/** Many instances that wait for a worker on one partition, with checkpoints as usual; then a start after `kill -9`. */
export const live: Row = {
  name: 'live',
  async run({ newFolder, scale, serverExecArgv }) {
    const folder = await newFolder('live');
    const program = new URL('../programs/broker-in-process.ts', import.meta.url);
    const broker = await RemoteProcess.start(program, {
      args: [folder, 'main', 'checkpoints'],
      execArgv: serverExecArgv,
    });
    await broker.call('connect', { isWorking: false });
    const part = scale.liveInstances / PARTS;
    const rates: number[] = [];
    for (let index = 0; index < PARTS; index++) {
      const startMs = performance.now();
      await broker.call('fill', { instances: part });
      rates.push(part / ((performance.now() - startMs) / 1_000));
    }
    const { rssBytes } = await broker.call<ProcessUsage>('usage');
    await broker.kill();
    const server = await WaggleProcess.start(folder, serverExecArgv);
    const readyMs = server.readyAfterMs;
    const { rssBytes: rssAfterStart } = await server.usage();
    await server.stop();

    const instances = scale.liveInstances.toLocaleString('en-US');
    const [first, last] = [rates[0]!, rates.at(-1)!];
    const lines: readonly Measurement[] = [
      {
        id: 'live/rate',
        label: 'creations, last tenth beside the first',
        unit: '%',
        samples: [{ value: (100 * last) / first, rssMb: rssBytes / BYTES_PER_MEGABYTE }],
        targets: [{ field: 'value', atLeast: 90 }],
        note: `${instances} live instances; ${rates.map((rate) => Math.round(rate).toLocaleString('en-US')).join(', ')} /s`,
      },
      {
        id: 'live/start',
        label: 'start to ready with live instances',
        unit: 'ms',
        samples: [{ value: readyMs, rssMb: rssAfterStart / BYTES_PER_MEGABYTE }],
        targets: [{ field: 'value', atMost: 5_000 }],
        note: `${instances} live instances, after kill -9`,
      },
    ];
    return lines;
  },
};

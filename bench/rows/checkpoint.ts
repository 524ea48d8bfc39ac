import { median, type Sample } from '../measurement.ts';
import type { CheckpointRun } from '../programs/broker-in-process.ts';
import { RemoteProcess } from '../remote/remote-process.ts';
import type { Row } from '../row.ts';

/** Writing what many waiting instances are to LMDB, while a client goes on. */
export const checkpoint: Row = {
  name: 'checkpoint',
  async run({ newFolder, scale }) {
    const program = new URL('../programs/broker-in-process.ts', import.meta.url);
    const samples: Sample[] = [];
    const slowest: number[] = [];
    while (samples.length < scale.repetitions) {
      const broker = await RemoteProcess.start(program, { args: [await newFolder('checkpoint'), 'main'] });
      await broker.call('connect', { isWorking: false });
      await broker.call('fill', { instances: scale.waitingInstances });
      const { elapsedMs, cpuUs, slowestMs } = await broker.call<CheckpointRun>('checkpoint');
      samples.push({ value: elapsedMs, cpuUs: cpuUs / scale.waitingInstances });
      slowest.push(slowestMs);
      await broker.stop();
    }
    return [
      {
        id: 'checkpoint',
        label: 'checkpoint of waiting instances',
        unit: 'ms',
        samples,
        note: `${scale.waitingInstances.toLocaleString('en-US')} instances; slowest creation meanwhile ${median(slowest).toFixed(0)} ms`,
      },
    ];
  },
};

import type { Sample } from '../measurement.ts';
import type { ReplayRun } from '../programs/broker-in-process.ts';
import { RemoteProcess } from '../remote/remote-process.ts';
import type { Bench, Row } from '../row.ts';

const program = new URL('../programs/broker-in-process.ts', import.meta.url);

/** A start after `kill -9` with no checkpoint: the log is read, checked, decoded and folded into the state. */
export const replay: Row = {
  name: 'replay',
  async run(bench) {
    const folder = await killedWithData(bench);
    const samples: Sample[] = [];
    let records = 0;
    while (samples.length < bench.scale.repetitions) {
      const broker = await RemoteProcess.start(program, { args: [folder, 'main'], execArgv: bench.serverExecArgv });
      const run = await broker.call<ReplayRun>('replay');
      records = run.records;
      samples.push({ value: (records * 1_000) / run.elapsedMs });
      // Closing would leave a checkpoint, and nothing to fold for the next.
      await broker.kill();
    }
    return [
      {
        id: 'replay',
        label: 'replay of the log at a start',
        unit: 'records/s',
        samples,
        targets: [{ field: 'value', atLeast: 500_000 }],
        note: `${records.toLocaleString('en-US')} records`,
      },
    ];
  },
};

async function killedWithData({ newFolder, scale }: Bench): Promise<string> {
  const folder = await newFolder('replay');
  const broker = await RemoteProcess.start(program, { args: [folder, 'main'] });
  await broker.call('connect', { isWorking: true });
  await broker.call('fill', { instances: scale.replayInstances });
  await broker.kill();
  return folder;
}

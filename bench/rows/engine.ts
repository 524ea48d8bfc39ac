import type { Sample } from '../measurement.ts';
import type { EngineRun } from '../programs/engine-in-memory.ts';
import { RemoteProcess } from '../remote/remote-process.ts';
import type { Row } from '../row.ts';

/** One-task instances through the engine alone: decisions, state in memory, records encoded. */
export const engine: Row = {
  name: 'engine',
  async run({ scale, serverExecArgv }) {
    const program = new URL('../programs/engine-in-memory.ts', import.meta.url);
    const process = await RemoteProcess.start(program, { execArgv: serverExecArgv });
    const runOnce = (durationMs: number) => process.call<EngineRun>('run', { durationMs });
    let last = await runOnce(scale.warmUpMs);
    const samples: Sample[] = [];
    while (samples.length < scale.repetitions) {
      last = await runOnce(scale.measureMs);
      const { instances, elapsedMs, cpuUs } = last;
      samples.push({ value: (instances * 1_000) / elapsedMs, cpuUs: cpuUs / instances });
    }
    await process.stop();
    const { recordsPerInstance, bytesPerInstance } = last;
    return [
      {
        id: 'engine',
        label: 'in process on memory, engine with encoding',
        unit: 'instances/s',
        samples,
        targets: [{ field: 'cpuUs', atMost: 60 }],
        note: `${recordsPerInstance.toFixed(1)} records, ${Math.round(bytesPerInstance)} B an instance`,
      },
    ];
  },
};

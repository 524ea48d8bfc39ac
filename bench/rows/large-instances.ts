import { type Measurement, median } from '../measurement.ts';
import type { LargeRun } from '../programs/large-instances.ts';
import { RemoteProcess } from '../remote/remote-process.ts';
import type { Bench, Row } from '../row.ts';

/** What is large, and the phases of its life. */
interface Large {
  readonly id: string;
  readonly call: 'nothing' | 'loop' | 'waitingLoop' | 'nestedCalls';
  readonly of: 'ms' | 'items' | 'calls';
  readonly phases: readonly string[];
}

const kinds: readonly Large[] = [
  { id: 'nothing', call: 'nothing', of: 'ms', phases: ['nothing large is at work'] },
  { id: 'loop', call: 'loop', of: 'items', phases: ['a loop, from start to end'] },
  {
    id: 'waiting-loop',
    call: 'waitingLoop',
    of: 'items',
    phases: ['a loop of jobs starts', 'a loop of jobs is ended'],
  },
  { id: 'nested-calls', call: 'nestedCalls', of: 'calls', phases: ['nested calls start', 'nested calls are ended'] },
];

/** How long small instances have to wait while one very large instance does its work beside them. */
export const largeInstances: Row = {
  name: 'large',
  async run(bench) {
    const measurements: Measurement[] = [];
    for (const kind of kinds) measurements.push(...(await measure(bench, kind)));
    return measurements;
  },
};

async function measure(bench: Bench, { id, call, of, phases }: Large): Promise<readonly Measurement[]> {
  const { scale } = bench;
  const size = { ms: scale.measureMs, items: scale.loopItems, calls: scale.nestedCalls }[of];
  const argument = of === 'ms' ? 'durationMs' : of;
  const program = new URL('../programs/large-instances.ts', import.meta.url);
  const broker = await RemoteProcess.start(program, {
    args: [await bench.newFolder(id)],
    execArgv: bench.serverExecArgv,
  });
  await broker.call('connect');
  // The first shows what cold code does.
  await broker.call(call, { [argument]: Math.ceil(size / 10) });
  const runs: LargeRun[] = [];
  while (runs.length < scale.repetitions) runs.push(await broker.call<LargeRun>(call, { [argument]: size }));
  await broker.call('close');
  await broker.stop();
  const heapMb = median(runs.map((run) => run.heapMb));
  return phases.map((label, index) => {
    const ofPhase = runs.map((run) => run.phases[index]!);
    return {
      id: `large/${id}${phases.length === 1 ? '' : `/${index + 1}`}`,
      label: `slowest other command while ${label}`,
      unit: 'ms',
      samples: ofPhase.map(({ slowestMs }) => ({ value: slowestMs })),
      targets: [{ field: 'value', atMost: 100 }],
      note: `${size.toLocaleString('en-US')} ${of} in ${median(ofPhase.map(({ elapsedMs }) => elapsedMs)).toFixed(0)} ms, ${median(ofPhase.map(({ smallInstances }) => smallInstances)).toFixed(0)} small instances meanwhile; heap ${heapMb.toFixed(0)} MB above before`,
    };
  });
}

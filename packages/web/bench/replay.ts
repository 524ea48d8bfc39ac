/**
 * How fast a replay opens and jumps: a loop of so many tasks that all live at once, each with a job and variables.
 *
 *     node packages/web/bench/replay.ts 10000
 */
import { bpmn, endEvent, flow, multiInstance, serviceTask, startEvent, TestEngine } from '@waggle/engine/test';
import { JobIntent, jobCommandValue, ValueType } from '@waggle/protocol';
import { openReplay, readRecordLines } from '../src/replay/index.ts';
import { recordLines } from '../test/recorded-instance.ts';

const TASKS = Number(process.argv[2] ?? 10_000);
const JUMPS = 200;
/** Ids of a screenful. */
const SHOWN = 50;
const VALUE = jobCommandValue({ variables: '{"done": true}' });

const engine = new TestEngine();
engine.deploy(
  bpmn(
    { id: 'loop' },
    startEvent(),
    multiInstance(serviceTask('each', { type: 'work' }), {
      inputCollection: '=items',
      inputElement: 'item',
      outputCollection: 'results',
      outputElement: '=item * 2',
    }),
    endEvent(),
    flow('start', 'each'),
    flow('each', 'end'),
  ),
);
const key = engine.create('loop', { items: Array.from({ length: TASKS }, (_, index) => index) });
for (let jobs = engine.activate('work', 1_000); jobs.length > 0; jobs = engine.activate('work', 1_000)) {
  for (const { jobKey } of jobs) engine.submit(ValueType.JOB, JobIntent.COMPLETE, VALUE, jobKey);
  engine.settle();
}
const text = recordLines(engine.batches, key);

const heapBefore = heapMb();
const { result: read, ms: readMs } = timed(() => readRecordLines(text));
const { result: replay, ms: openMs } = timed(() => openReplay({ processInstanceKey: String(key), ...read }));
console.log(`${replay.length} records, ${(text.length / 1e6).toFixed(1)} MB encoded, heap ${heapMb() - heapBefore} MB`);
console.log(`read ${readMs.toFixed()} ms, open ${openMs.toFixed()} ms`);

const times: number[] = [];
const steps: number[] = [];
for (let jump = 0; jump < JUMPS; jump++) {
  const index = Math.floor(Math.random() * replay.length);
  times.push(timed(() => show(index)).ms);
  steps.push(timed(() => show(Math.max(0, index - 1))).ms);
}
console.log(`jump and show: median ${percentile(times, 50)} ms, worst ${percentile(times, 100)} ms`);
console.log(`step back and show: median ${percentile(steps, 50)} ms, worst ${percentile(steps, 100)} ms`);

/** What a page reads of a moment. */
function show(index: number): void {
  const moment = replay.at(index);
  const counts = moment.elementCounts;
  const flows = moment.takenFlows;
  const [body] = moment.children(String(key), { from: 1, limit: 1 });
  const shown = body === undefined ? [] : moment.children(body.key, { limit: SHOWN });
  const variables = moment.variables(String(key));
  if (counts.size + flows.size + shown.length + variables.length + moment.incidents.length < 0) throw new Error();
}

function timed<Result>(run: () => Result): { readonly result: Result; readonly ms: number } {
  const start = performance.now();
  const result = run();
  return { result, ms: performance.now() - start };
}

function heapMb(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}

function percentile(sample: readonly number[], percent: number): string {
  const sorted = [...sample].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))]!.toFixed(1);
}

/**
 * What a simple test costs: an engine, a deployment, an instance, two jobs, an assertion. Promised: under 5 ms.
 *
 *   node packages/testing/bench/testing-bench.ts
 */
import { assertThat, createTestEngine } from '../src/index.ts';
import { ORDER } from '../test/models.ts';

const WARM_UP = 50;
const RUNS = 500;

function simpleTest(): void {
  const engine = createTestEngine();
  engine.deploy(ORDER);
  const order = engine.start('order', { variables: { amount: 12 } });
  engine.completeJob('pay', { paid: true });
  engine.completeJob('ship');
  assertThat(order).isCompleted().hasPassedInOrder('pay', 'ship').hasVariables({ paid: true });
}

const firstMs = timed(simpleTest);
for (let run = 0; run < WARM_UP; run++) simpleTest();
const times = Array.from({ length: RUNS }, () => timed(simpleTest)).sort((a, b) => a - b);
console.log(
  `first ${firstMs.toFixed(2)} ms, then median ${percentile(50)} ms, 99th percentile ${percentile(99)} ms of ${RUNS}`,
);

function timed(action: () => void): number {
  const startMs = performance.now();
  action();
  return performance.now() - startMs;
}

function percentile(percent: number): string {
  return (times[Math.floor((RUNS * percent) / 100)] ?? 0).toFixed(2);
}

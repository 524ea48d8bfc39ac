import { median } from '../measurement.ts';
import { processUsage } from '../remote/process-usage.ts';

export interface LoopOptions {
  /** Steps under way at once; each slot starts its next when one ends. */
  readonly inFlight: number;
  readonly durationMs: number;
}

export interface LoopResult {
  readonly operations: number;
  /** To the end of the last step. */
  readonly elapsedMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU of this process, per operation. */
  readonly cpuUs: number;
}

/** Keeps a number of steps in flight for some time, then lets those under way end. A step that throws ends it. */
export async function closedLoop(
  { inFlight, durationMs }: LoopOptions,
  step: (slot: number) => Promise<unknown>,
): Promise<LoopResult> {
  const latencies: number[] = [];
  const cpuUsBefore = processUsage().cpuUs;
  const startMs = performance.now();
  const endMs = startMs + durationMs;
  const runSlot = async (slot: number): Promise<void> => {
    for (let nowMs = performance.now(); nowMs < endMs; ) {
      await step(slot);
      const doneMs = performance.now();
      latencies.push(doneMs - nowMs);
      nowMs = doneMs;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, slot) => runSlot(slot)));
  const elapsedMs = performance.now() - startMs;
  const cpuUs = (processUsage().cpuUs - cpuUsBefore) / latencies.length;
  return {
    operations: latencies.length,
    elapsedMs,
    p50Ms: median(latencies),
    p99Ms: percentile(latencies, 0.99),
    cpuUs,
  };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

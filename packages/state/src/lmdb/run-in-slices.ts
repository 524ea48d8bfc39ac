/** Time the thread works for a checkpoint before others get their turn: well below the latency of a command. */
export const SLICE_MS_DEFAULT = 1.5;

/** Runs the steps to their end, giving the thread back after every slice of `sliceMs`. */
export async function runInSlices(steps: Iterator<void>, sliceMs: number): Promise<void> {
  for (;;) {
    const end = performance.now() + sliceMs;
    do {
      if (steps.next().done) return;
    } while (performance.now() < end);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

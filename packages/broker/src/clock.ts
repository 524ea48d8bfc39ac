/** Time as a parameter, so a test can turn it. */
export interface Clock {
  /** Epoch ms. */
  nowMs(): number;
  /** Runs the task once after `delayMs`. @returns cancels it. */
  schedule(delayMs: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  nowMs: Date.now,
  schedule(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

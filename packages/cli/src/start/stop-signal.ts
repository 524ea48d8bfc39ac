const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * One Ctrl-C arrives several times: from the terminal, from npm and from the launcher. What comes this soon after the
 * first signal is its echo, not a second one.
 */
const ECHO_MS = 1_000;

/**
 * Resolves with the first signal that asks to stop. A later one ends the process at once: nothing acknowledged is lost
 * by that, only the orderly goodbye.
 */
export function untilStopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let firstMs: number | undefined;
    const onSignal = (signal: NodeJS.Signals): void => {
      const nowMs = performance.now();
      if (firstMs === undefined) {
        firstMs = nowMs;
        resolve(signal);
      } else if (nowMs - firstMs > ECHO_MS) {
        // Not process.exit: it waits for the engine's threads, and one that is stuck would keep the process for ever.
        process.kill(process.pid, 'SIGKILL');
      }
    };
    for (const signal of STOP_SIGNALS) process.on(signal, onSignal);
  });
}

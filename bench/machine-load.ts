import { cpus } from 'node:os';

/** Milliseconds all cores together were busy since the machine started. */
function busyMs(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}

/** @returns tells how many cores were busy since, whoever used them. */
export function watchBusyCores(): () => number {
  const startMs = performance.now();
  const startBusyMs = busyMs();
  return () => (busyMs() - startBusyMs) / (performance.now() - startMs);
}

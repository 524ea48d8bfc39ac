/** What a process has used since it started, all threads together. */
export interface ProcessUsage {
  readonly cpuUs: number;
  readonly rssBytes: number;
}

export function processUsage(): ProcessUsage {
  const { user, system } = process.cpuUsage();
  return { cpuUs: user + system, rssBytes: process.memoryUsage.rss() };
}

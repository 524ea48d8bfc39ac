import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchCounters } from './programs/broker-in-process.ts';

/** The partition's thread reports its counters once a second. */
const REPORT_MS = 1_100;

/** @returns tells how many commands shared one append since. */
export async function commandsPerFlush(counters: () => Promise<BatchCounters>): Promise<() => Promise<number>> {
  await sleep(REPORT_MS);
  const before = await counters();
  return async () => {
    await sleep(REPORT_MS);
    const after = await counters();
    return (after.commands - before.commands) / Math.max(1, after.batches - before.batches);
  };
}

/** The counters as a server's management port tells them. @param management `http://host:port` */
export async function scrapeBatchCounters(management: string): Promise<BatchCounters> {
  const text = await (await fetch(`${management}/metrics`)).text();
  const read = (name: string): number => {
    const value = new RegExp(`^${name}\\{[^}]*\\} ([0-9.e+]+)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`Expected the metric ${name}, but the server does not tell it`);
    return Number(value);
  };
  return { commands: read('waggle_batch_commands_sum'), batches: read('waggle_batch_commands_count') };
}

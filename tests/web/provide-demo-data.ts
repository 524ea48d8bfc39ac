import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServerProcess } from '../server-process.ts';
import { waggle } from '../waggle-command.ts';
import { ensureChromium } from './chromium-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly chromium: string;
    /** Folder of a stopped server with the demo's data; empty when `WAGGLE_DEMO_SERVER` names a running server. */
    readonly demoData: string;
  }
}

/** Makes the demo's data once: each file of tests starts a server on a copy, since demo and search take longest. */
export async function setup(project: TestProject): Promise<() => Promise<unknown>> {
  project.provide('chromium', ensureChromium());
  if (process.env.WAGGLE_DEMO_SERVER !== undefined) {
    project.provide('demoData', '');
    return async () => {};
  }
  const dataFolder = await mkdtemp(join(tmpdir(), 'waggle-demo-'));
  const server = await startServerProcess({ dataFolder });
  await waggle(server, 'demo', '--once', '--seed', '1', '--instances', '60');
  await server.stop();
  project.provide('demoData', dataFolder);
  return () => rm(dataFolder, { recursive: true, force: true });
}

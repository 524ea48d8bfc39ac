import type { TestProject } from 'vitest/node';
import { startServerProcess } from '../server-process.ts';
import { waggle } from '../waggle-command.ts';
import { ensureChromium } from './chromium-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** `http://host:port` of a server with the demo's data, for tests that only look. */
    readonly demoServer: string;
    readonly chromium: string;
  }
}

/** Who works on a page can have its tests use a server that runs already: `http://host:port`, with the demo's data. */
const RUNNING_SERVER = process.env.WAGGLE_DEMO_SERVER;

/** One server for all tests of a run that only look. Tests that change things bring processes of their own. */
export async function setup(project: TestProject): Promise<() => Promise<unknown>> {
  project.provide('chromium', ensureChromium());
  if (RUNNING_SERVER !== undefined) {
    project.provide('demoServer', RUNNING_SERVER);
    return async () => {};
  }
  const server = await startServerProcess();
  await waggle(server, 'demo', '--once', '--seed', '1', '--instances', '60');
  project.provide('demoServer', server.rest);
  return () => server.stop();
}

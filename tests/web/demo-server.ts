/** A server with the demo's data for each file of tests, so that what one file does no other sees. A setup file of Vitest. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, inject } from 'vitest';
import { startServerProcess } from '../server-process.ts';

/** Who works on a page can have its tests use a server that runs already: `http://host:port`, with the demo's data. */
const RUNNING_SERVER = process.env.WAGGLE_DEMO_SERVER;

let address = RUNNING_SERVER;

/** @returns `http://host:port`, from `beforeAll` on. */
export function demoServer(): string {
  if (address === undefined) throw new Error('Expected to be asked once tests run, but the server is not started yet.');
  return address;
}

beforeAll(async () => {
  if (RUNNING_SERVER !== undefined) return;
  const dataFolder = await mkdtemp(join(tmpdir(), 'waggle-web-'));
  await cp(inject('demoData'), dataFolder, { recursive: true });
  const server = await startServerProcess({ dataFolder });
  address = server.rest;
  return async () => {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
});

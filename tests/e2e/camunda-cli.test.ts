/** The official command line, its code unmodified; `camunda-cli/` says which client it finds. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processFiles } from '../process-files.ts';
import { repositoryPath } from '../repository-path.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const run = promisify(execFile);

let folder = '';
let server: ServerProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-c8ctl-'));
  server = await startServerProcess();
});

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function c8ctl(...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(
    process.execPath,
    [
      ...['--import', join(repositoryPath, 'tests/e2e/camunda-cli/substitute-client.mjs')],
      join(repositoryPath, 'node_modules/@camunda8/cli/dist/index.js'),
      ...args,
    ],
    {
      env: {
        ...process.env,
        CAMUNDA_BASE_URL: server.rest,
        C8CTL_DATA_DIR: folder,
        C8CTL_OUTPUT_MODE: 'json',
        NO_COLOR: '1',
        // Keeps it from asking the registry for a newer version of itself.
        CI: 'true',
      },
      // It looks for plugins and configuration where it is started.
      cwd: folder,
    },
  );
  return stdout + stderr;
}

test('should show the topology', async () => {
  expect(await c8ctl('get', 'topology')).toContain('partitionsCount');
});

test('should deploy the order process and start it', async () => {
  // when
  const deployed = await c8ctl('deploy', processFiles.orderFulfilment);
  const created = await c8ctl(
    ...['create', 'pi', '--id', 'order-fulfilment'],
    ...['--variables', JSON.stringify({ orderId: 'order-1', amount: 250 })],
  );

  // then
  expect(deployed).toContain('order-fulfilment');
  expect(created).toMatch(/\d{16}/);
});

test('should work on jobs, publish messages and wait for the result', async () => {
  // given
  await c8ctl('deploy', processFiles.messageWait);
  await c8ctl(
    ...['publish', 'msg', 'parcel-arrived', '--correlationKey', 'parcel-1'],
    ...['--variables', '{"weight": 3}', '--timeToLive', '60000'],
  );

  // when
  const result = await c8ctl(
    ...['create', 'pi', '--id', 'message-wait', '--awaitCompletion'],
    ...['--variables', '{"parcelId": "parcel-1"}'],
  );

  // then
  expect(result).toContain('weight');
});

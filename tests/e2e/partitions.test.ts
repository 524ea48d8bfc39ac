/** Several partitions behind one address: deployments reach all of them, messages find their instances. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_KEY, parseKey, partitionIdOf } from '@waggle/protocol';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';
import { waggle } from '../waggle-command.ts';

const PARTITIONS = 3;
const INSTANCES = 9;
/** Subscriptions meet their partition again right after the start; a busy machine takes its time. */
const SUBSCRIBED_TIMEOUT_MS = 10_000;

let folder = '';
let server: ServerProcess;
const start = (): Promise<ServerProcess> =>
  startServerProcess({ dataFolder: join(folder, 'data'), flags: ['--partitions', `${PARTITIONS}`] });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-partitions-'));
  server = await start();
});

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function post(path: string, body: object): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${server.rest}/v2${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Expected ${path} to succeed, but: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}

test('should spread instances over all partitions and correlate their messages after a crash', async () => {
  // given instances that wait, each for its own message
  await waggle(server, 'deploy', processFiles.messageWait);
  const parcels = Array.from({ length: INSTANCES }, (_, index) => `parcel-${index}`);
  const keys = new Map<string, string>();
  for (const parcelId of parcels) {
    const { processInstanceKey } = await post('/process-instances', {
      processDefinitionId: 'message-wait',
      variables: { parcelId },
    });
    keys.set(parcelId, String(processInstanceKey));
  }
  const partitions = new Set([...keys.values()].map((key) => partitionIdOf(parseKey(key) ?? NO_KEY)));
  expect([...partitions].sort()).toEqual([1, 2, 3]);

  // when the server is killed and comes back
  await server.kill();
  server = await start();

  // then every message finds its instance, wherever that is
  for (const parcelId of parcels) {
    // A subscription on another partition may have been on its way when the server was killed; it is asked for again.
    const { processInstanceKey } = await vi.waitFor(
      () => post('/messages/correlation', { name: 'parcel-arrived', correlationKey: parcelId }),
      { timeout: SUBSCRIBED_TIMEOUT_MS, interval: 100 },
    );
    expect(processInstanceKey).toBe(keys.get(parcelId));
  }
});

test('should refuse to open a data folder with another number of partitions', async () => {
  await server.stop();
  await expect(startServerProcess({ dataFolder: join(folder, 'data'), flags: ['--partitions', '1'] })).rejects.toThrow(
    'start with 3 partitions',
  );
  server = await start();
});

/** Options that change what the engine does, from the command line to what users see of it, on three partitions. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_KEY, parseKey, partitionIdOf } from '@waggle/protocol';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';
import { waggle } from '../waggle-command.ts';

const PARTITIONS = 3;
/** Partitions tell each other behind the answer; a busy machine takes its time. */
const DISTRIBUTED_TIMEOUT_MS = 10_000;

let folder = '';
let server: ServerProcess;
const start = (...flags: readonly string[]): Promise<ServerProcess> =>
  startServerProcess({ dataFolder: join(folder, 'data'), flags: ['--partitions', `${PARTITIONS}`, ...flags] });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-options-'));
});

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

async function post(path: string, body: object): Promise<Answer> {
  const response = await fetch(`${server.rest}/v2${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

const partitionOf = (key: unknown): number => partitionIdOf(parseKey(String(key)) ?? NO_KEY);

const create = async (processDefinitionId: string, businessId?: string): Promise<Answer> =>
  post('/process-instances', { processDefinitionId, ...(businessId !== undefined && { businessId }) });

const activate = async (type: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  // Negative: does not wait for jobs to come.
  const { body } = await post('/jobs/activation', {
    type,
    timeout: 60_000,
    maxJobsToActivate: 100,
    requestTimeout: -1,
  });
  return body.jobs as readonly Readonly<Record<string, unknown>>[];
};

async function writeListeners(...types: readonly string[]): Promise<string> {
  const path = join(folder, 'listeners.json');
  await writeFile(path, JSON.stringify(types.map((type) => ({ id: type, type, eventTypes: ['creating'] }))));
  return path;
}

/** Starts instances until a user task of each partition asked this listener. */
async function expectAskedEverywhere(type: string): Promise<void> {
  const asked = new Set<number>();
  await vi.waitFor(
    async () => {
      await create('user-task');
      for (const { jobKey } of await activate(type)) asked.add(partitionOf(jobKey));
      expect([...asked].sort()).toEqual([1, 2, 3]);
    },
    { timeout: DISTRIBUTED_TIMEOUT_MS, interval: 10 },
  );
}

test('should ask the listeners of the file, and others once it is another', async () => {
  // given
  server = await start('--global-task-listeners', await writeListeners('audit'));
  await waggle(server, 'deploy', processFiles.userTask, processFiles.approvalForm);

  // then
  await expectAskedEverywhere('audit');

  // when
  await server.stop();
  server = await start('--global-task-listeners', await writeListeners('review'));

  // then
  await expectAskedEverywhere('review');
  expect(server.output()).not.toContain('"level":50');

  // when
  await server.stop();
  server = await start();

  // then the listener is gone: a client may make one with its id
  await vi.waitFor(
    async () => {
      const listener = { id: 'review', type: 'review', eventTypes: ['creating'] };
      expect((await post('/global-task-listeners', listener)).status).toBe(201);
    },
    { timeout: DISTRIBUTED_TIMEOUT_MS },
  );
});

test('should refuse a business id that a running instance has, whichever partition that is on', async () => {
  // given
  await server?.stop();
  server = await start('--unique-business-ids');
  await waggle(server, 'deploy', processFiles.oneTask);
  const ids = Array.from({ length: 12 }, (_, index) => `order-${index}`);

  // when
  const first = await Promise.all(ids.map((id) => create('one-task', id)));
  const second = await Promise.all(ids.map((id) => create('one-task', id)));

  // then
  expect(new Set(first.map(({ body }) => partitionOf(body.processInstanceKey))).size).toBe(PARTITIONS);
  for (const { status, body } of second) {
    expect(status).toBe(409);
    expect(body.detail).toContain('but an active instance holds it already');
  }
  const withResult = await post('/process-instances', {
    processDefinitionId: 'one-task',
    businessId: 'order-0',
    awaitCompletion: true,
  });
  expect(withResult.status).toBe(409);

  // when one has ended
  const ended = first[0]?.body.processInstanceKey;
  expect((await post(`/process-instances/${ended}/cancellation`, {})).status).toBe(204);

  // then
  expect((await create('one-task', 'order-0')).status).toBe(200);
  expect((await create('one-task', 'order-1')).status).toBe(409);

  // when it is switched off, as it is unless asked for
  await server.stop();
  server = await start();

  // then
  expect((await create('one-task', 'order-1')).status).toBe(200);
});

/**
 * Whoever watches is told what searches see, over SQLite and PostgreSQL, with one partition and with several. Who begins in
 * the midst of a transaction may be told more than happened, so tests ask at each event, as clients do.
 */
import { newPostgresSchema } from '@waggle/secondary-storage/test';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { EventReader } from '../../packages/gateway/test/event-reader.ts';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';
import { waggle } from '../waggle-command.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers without declaring them once more.
type Answer = any;

describe.each(['1', '3'])('with %s partitions', (partitions) => {
  let server: ServerProcess;
  beforeAll(async () => {
    const postgresUrl = inject('postgresUrl');
    const database = postgresUrl === undefined ? [] : ['--database', await newPostgresSchema(postgresUrl)];
    server = await startServerProcess({ flags: ['--partitions', partitions, ...database] });
    await waggle(server, 'deploy', processFiles.oneTask);
  });
  afterAll(() => server?.stop());

  const watch = (query = '') => EventReader.open(`${server.rest}/waggle/v1/changes${query}`);

  test('should tell of each instance when a search finds it', async () => {
    // given
    const reader = await watch();
    expect(await reader.next()).toEqual({ name: 'ready', data: { isLive: true } });

    for (let round = 0; round < 6; round++) {
      // when
      const key = await create(server);
      const { name, data } = await reader.next(mayTellOf(key));

      // then
      expect(name).toBe('change');
      expect(data.valueTypes).toContain('PROCESS_INSTANCE');
      const { items } = await post(server, '/process-instances/search', { filter: { processInstanceKey: key } });
      expect(items).toHaveLength(1);
    }
    await reader.close();
  });

  test('should tell of one instance only to who asks for that', async () => {
    // given
    const [key, other] = [await create(server), await create(server)];
    const reader = await watch(`?processInstanceKey=${key}`);
    await reader.next();

    // when
    await cancel(server, other);
    await cancel(server, key);

    // then
    let state: string;
    do {
      const { data } = await reader.next();
      expect(data.processInstanceKeys).toEqual([key]);
      ({ state } = await get(server, `/process-instances/${key}`));
    } while (state !== 'TERMINATED');
    expect(reader.events.filter((event) => event.data.processInstanceKeys?.includes(other))).toEqual([]);
    await reader.close();
  });

  test('should tell of what is deleted', async () => {
    // given
    const key = await create(server);
    await cancel(server, key);
    const reader = await watch(`?processInstanceKey=${key}`);
    await reader.next();

    // when
    await post(server, `/process-instances/${key}/deletion`, {});

    // then
    let status: number;
    do {
      await reader.next(({ data }) => data.valueTypes.includes('HISTORY_DELETION'));
      ({ status } = await fetch(`${server.rest}/v2/process-instances/${key}`));
    } while (status !== 404);
    await reader.close();
  });

  test('should tell of definitions', async () => {
    const reader = await watch();
    await reader.next();
    await waggle(server, 'deploy', processFiles.twoTasks);
    let items: Answer;
    do {
      await reader.next(({ data }) => data.valueTypes.includes('PROCESS'));
      ({ items } = await post(server, '/process-definitions/search', { filter: { processDefinitionId: 'two-tasks' } }));
    } while (items.length === 0);
    await reader.close();
  });

  test('should count who watches', async () => {
    const readers = await Promise.all([watch(), watch(), watch()]);
    const streams = async () => {
      const text = await (await fetch(`${server.management}/actuator/prometheus`)).text();
      return /^waggle_change_streams (\d+)$/m.exec(text)?.[1];
    };
    await expect.poll(streams).toBe('3');
    await Promise.all(readers.map((reader) => reader.close()));
    await expect.poll(streams).toBe('0');
  });

  test('should tell much at once as little', async () => {
    // given
    const reader = await watch();
    await reader.next();

    // when
    const startMs = performance.now();
    const keys: string[] = [];
    for (let round = 0; round < 12; round++) {
      keys.push(...(await Promise.all(Array.from({ length: 50 }, () => create(server)))));
    }
    const key = await create(server);
    await reader.next(mayTellOf(key));

    // then: some for each 100 ms
    const changes = reader.events.slice(1);
    expect(changes.length).toBeLessThan(3 + (performance.now() - startMs) / 90);
    const listed = new Set(changes.flatMap(({ data }) => data.processInstanceKeys ?? []));
    const isWhole = changes.every(({ data }) => data.processInstanceKeys !== null);
    if (isWhole) expect(keys.filter((each) => !listed.has(each))).toEqual([]);
    for (const { data } of changes) expect(data.processInstanceKeys?.length ?? 0).toBeLessThanOrEqual(200);
    await reader.close();
  });

  test('should end streams when it stops, at once', async () => {
    // given
    const reader = await watch();
    await reader.next();

    // when
    const startMs = performance.now();
    expect(await server.stop()).toBe(0);

    // then
    expect(await reader.ended).toBe(true);
    expect(performance.now() - startMs).toBeLessThan(8_000);
  });
});

test('should say that nothing will come without a secondary storage', async () => {
  const server = await startServerProcess({ flags: ['--database', 'none'] });
  const reader = await EventReader.open(`${server.rest}/waggle/v1/changes`);
  expect(await reader.next()).toEqual({ name: 'ready', data: { isLive: false } });
  await reader.close();
  await server.stop();
});

/** `null` = more than can be listed, as in the transaction that was under way when it began to watch. */
function mayTellOf(key: string): (event: Answer) => boolean {
  return ({ data: { processInstanceKeys } }) => processInstanceKeys === null || processInstanceKeys?.includes(key);
}

async function create(server: ServerProcess): Promise<string> {
  const { processInstanceKey } = await post(server, '/process-instances', { processDefinitionId: 'one-task' });
  return processInstanceKey;
}

const cancel = (server: ServerProcess, key: string) => post(server, `/process-instances/${key}/cancellation`, {});

async function get(server: ServerProcess, path: string): Promise<Answer> {
  return answerOf(path, await fetch(`${server.rest}/v2${path}`));
}

async function post(server: ServerProcess, path: string, body: object): Promise<Answer> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return answerOf(path, await fetch(`${server.rest}/v2${path}`, init));
}

async function answerOf(path: string, response: Response): Promise<Answer> {
  const text = await response.text();
  if (!response.ok) throw new Error(`Expected ${path} to succeed, but: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** Filters that people save and what they say about user tasks, over a server that is killed in between. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createCamundaClient, { type CamundaClient, ProcessDefinitionId } from '@camunda8/orchestration-cluster-api';
import { newPostgresSchema } from '@waggle/secondary-storage/test';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type ServerProcess, type ServerProcessOptions, startServerProcess } from '../server-process.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers without declaring them once more.
type Anything = any;

const processDefinitionId = ProcessDefinitionId.assumeExists('review');
const fresh = { consistency: { waitUpToMs: 0 } };

const review = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
  <bpmn:process id="review" isExecutable="true">
    <bpmn:startEvent id="start"/>
    <bpmn:sequenceFlow id="on" sourceRef="start" targetRef="look"/>
    <bpmn:userTask id="look"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements></bpmn:userTask>
  </bpmn:process>
</bpmn:definitions>`;

let folder = '';
let options: ServerProcessOptions;
let server: ServerProcess;
let client: CamundaClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-board-'));
  const postgresUrl = inject('postgresUrl');
  const database = postgresUrl === undefined ? [] : ['--database', await newPostgresSchema(postgresUrl)];
  options = { dataFolder: join(folder, 'data'), flags: ['--partitions', '2', ...database] };
  await start();
  await client.createDeployment({ resources: [new File([review], 'review.bpmn')] });
});

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  server = await startServerProcess(options);
  client = createCamundaClient({ config: { CAMUNDA_REST_ADDRESS: server.rest } });
}

async function killAndStart(): Promise<void> {
  await server.kill();
  await start();
}

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; json: Anything }> {
  const response = await fetch(`${server.rest}/waggle/v1${path}`, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? undefined : JSON.parse(text) };
}

async function found(path: string, query: object = {}): Promise<Anything[]> {
  const { status, json } = await call('POST', `${path}/search`, query);
  expect(status).toBe(200);
  return json.items;
}

describe('saved filters', () => {
  const conditions = { and: [{ field: 'priority', operator: '>', value: 1e21 }], '<b>': ['"', '🐝', null] };
  const urgent = { app: 'tasklist', owner: 'ann', name: 'Urgent', isShared: true, content: conditions };

  test('should survive a kill, changes and all', async () => {
    // given
    const made = await call('POST', '/saved-filters', urgent);
    expect(made).toMatchObject({ status: 201, json: urgent });
    const gone = await call('POST', '/saved-filters', { ...urgent, name: 'Gone' });
    const { savedFilterKey, creationDate } = made.json;
    const changed = { name: 'Most urgent', isShared: false, content: { ...conditions, more: true } };

    // when
    expect(await call('PUT', `/saved-filters/${savedFilterKey}`, changed)).toMatchObject({
      status: 200,
      json: changed,
    });
    expect((await call('DELETE', `/saved-filters/${gone.json.savedFilterKey}`)).status).toBe(204);
    await killAndStart();

    // then
    const kept = { savedFilterKey, app: 'tasklist', owner: 'ann', ...changed, creationDate };
    expect(await found('/saved-filters', { filter: { owner: 'ann' } })).toEqual([kept]);
    expect((await call('POST', '/saved-filters', { ...urgent, name: 'Most urgent' })).status).toBe(409);
    expect((await call('POST', '/saved-filters', { ...urgent, name: 'Urgent' })).status).toBe(201);
  });

  test('should be found by who sees them', async () => {
    for (const [name, owner, isShared] of [
      ['a', 'eve', false],
      ['b', 'bob', true],
      ['c', 'bob', false],
    ]) {
      expect((await call('POST', '/saved-filters', { ...urgent, app: 'operate', name, owner, isShared })).status).toBe(
        201,
      );
    }
    const filter = { app: 'operate', $or: [{ owner: 'eve' }, { isShared: true }] };
    const seen = await found('/saved-filters', { filter, sort: [{ field: 'name', order: 'DESC' }] });
    expect(seen.map(({ name }) => name)).toEqual(['b', 'a']);
  });

  test('should be refused when they are too large, nameless or none', async () => {
    const large = { ...urgent, name: 'Large', content: { text: 'é'.repeat(8_192) } };
    expect(await call('POST', '/saved-filters', large)).toMatchObject({
      status: 400,
      json: { detail: expect.stringContaining("Expected 'content' to have at most 16384 bytes") },
    });
    expect((await call('POST', '/saved-filters', { ...urgent, name: '  ' })).status).toBe(400);
    expect((await call('POST', '/saved-filters', { ...urgent, content: [1] })).status).toBe(400);
    expect((await call('PUT', '/saved-filters/7', { name: 'x', isShared: true, content: {} })).status).toBe(404);
    expect((await call('DELETE', '/saved-filters/4503599627370497')).status).toBe(404);
  });
});

describe('comments', () => {
  /** One task on each partition. */
  async function twoTasks(): Promise<readonly string[]> {
    const keys = await Promise.all(
      [1, 2].map(async () => {
        const { processInstanceKey } = await client.createProcessInstance({ processDefinitionId });
        const { items } = await client.searchUserTasks({ filter: { processInstanceKey } }, fresh);
        return items[0]!.userTaskKey;
      }),
    );
    expect(new Set(keys.map((key) => BigInt(key) >> 51n)).size).toBe(2);
    return keys;
  }

  test('should survive a kill and the end of the task', async () => {
    // given
    const [first = '', second = ''] = await twoTasks();
    const said: Anything[] = [];
    for (const text of ['Call them.', '<img src=x onerror=alert(1)>', 'x'.repeat(4_000)]) {
      const { status, json } = await call('POST', `/user-tasks/${first}/comments`, { author: 'ann', text });
      expect(status).toBe(201);
      said.push(json);
    }
    await call('POST', `/user-tasks/${second}/comments`, { author: 'bob', text: 'Elsewhere.' });

    // when
    await killAndStart();

    // then
    expect(await found(`/user-tasks/${first}/comments`)).toEqual(said);
    // when
    expect((await call('DELETE', `/user-tasks/${first}/comments/${said[1].commentKey}`)).status).toBe(204);
    await client.completeUserTask({ userTaskKey: said[0].userTaskKey });
    // then
    expect(await found(`/user-tasks/${first}/comments`)).toEqual([said[0], said[2]]);
    expect(await found(`/user-tasks/${second}/comments`)).toMatchObject([{ author: 'bob', text: 'Elsewhere.' }]);
    for (const [method, path, body] of [
      ['POST', '', { author: 'ann', text: 'Too late.' }],
      ['DELETE', `/${said[0].commentKey}`, undefined],
    ] as const) {
      expect(await call(method, `/user-tasks/${first}/comments${path}`, body)).toMatchObject({
        status: 404,
        json: { detail: expect.stringContaining('no such user task was found') },
      });
    }
  });

  test('should be refused about what is no task, and not be found there', async () => {
    const path = '/user-tasks/2251799813685999/comments';
    expect((await call('POST', path, { author: 'ann', text: 'Hello?' })).status).toBe(404);
    expect((await call('POST', `${path}/search`, {})).status).toBe(404);
    expect((await call('DELETE', `${path}/7`)).status).toBe(404);
  });

  test('should be gone with the history of their instance', async () => {
    // given
    const [key = ''] = await twoTasks();
    const { json } = await call('POST', `/user-tasks/${key}/comments`, { author: 'ann', text: 'Remember.' });
    const { processInstanceKey } = json;
    await client.cancelProcessInstance({ processInstanceKey });
    expect(await found(`/user-tasks/${key}/comments`)).toHaveLength(1);

    // when
    await client.deleteProcessInstance({ processInstanceKey });

    // then
    await expect.poll(async () => (await call('POST', `/user-tasks/${key}/comments/search`, {})).status).toBe(404);
  });
});

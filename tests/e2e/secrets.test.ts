/** Secrets of a folder over REST, as connectors ask for them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

let folder = '';
let server: ServerProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-secrets-'));
  await writeFile(join(folder, 'TOKEN'), 'hush-hush\n');
  server = await startServerProcess({ flags: ['--secrets', folder] });
});

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const ask = (operation: string, body: object) =>
  fetch(`${server.rest}/v2/secrets/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('should resolve each reference by itself', async () => {
  // when
  const references = ['camunda.secrets.TOKEN', 'camunda.secrets.OTHER', 'TOKEN', 'camunda.secrets.TOKEN'];
  const answer = await ask('resolve', { references });

  // then
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toEqual({
    resolved: [{ reference: 'camunda.secrets.TOKEN', value: 'hush-hush' }],
    errors: [
      { reference: 'camunda.secrets.OTHER', code: 'NOT_FOUND', message: expect.any(String) },
      { reference: 'TOKEN', code: 'INVALID_REFERENCE', message: expect.any(String) },
    ],
  });
  expect(server.output()).not.toContain('hush-hush');
});

test('should list references without values', async () => {
  expect(await ask('list', {}).then((answer) => answer.json())).toEqual({ references: ['camunda.secrets.TOKEN'] });
});

test('should refuse requests of another form', async () => {
  expect((await ask('resolve', {})).status).toBe(400);
  expect((await ask('resolve', { references: [null] })).status).toBe(400);
  expect((await ask('resolve', { references: Array(21).fill('camunda.secrets.TOKEN') })).status).toBe(400);
});

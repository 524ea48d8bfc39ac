/** Whoever wrote and then searches finds what was written, each of ten thousand times, while others write too. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';
import { waggle } from '../waggle-command.ts';

const SEARCHES = 10_000;
/** Clients that write and search, and as many that only write. */
const CLIENTS = 12;
const TEST_MS = 240_000;

let server: ServerProcess;

beforeAll(async () => {
  server = await startServerProcess({ flags: ['--partitions', '2'] });
  await waggle(server, 'deploy', processFiles.oneTask);
});

afterAll(() => server?.stop());

test('should find each instance right after it was created', { timeout: TEST_MS }, async () => {
  // given
  let searches = 0;
  let isOver = false;
  const problems: string[] = [];

  // when
  const load = Array.from({ length: CLIENTS / 2 }, async () => {
    while (!isOver) await create('load');
  });
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (searches < SEARCHES) {
        const mark = `search ${searches++}`;
        const key = await create(mark);
        const filter = { processInstanceKey: key, variables: [{ name: 'mark', value: `"${mark}"` }] };
        const response = await post('/process-instances/search', { filter });
        const { items } = (await response.json()) as { items: readonly { processInstanceKey: string }[] };
        if (items[0]?.processInstanceKey !== key) problems.push(`${key} was not found`);
        if (response.headers.has('waggle-freshness')) problems.push(`${key} was searched in what was behind`);
      }
    }),
  );
  isOver = true;
  await Promise.all(load);

  // then
  expect(searches).toBeGreaterThanOrEqual(SEARCHES);
  expect(problems).toEqual([]);
});

async function create(mark: string): Promise<string> {
  const response = await post('/process-instances', { processDefinitionId: 'one-task', variables: { mark } });
  const { processInstanceKey } = (await response.json()) as { processInstanceKey: string };
  return processInstanceKey;
}

async function post(path: string, body: object): Promise<Response> {
  const response = await fetch(`${server.rest}/v2${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Expected ${path} to succeed, but: ${response.status} ${await response.text()}`);
  return response;
}

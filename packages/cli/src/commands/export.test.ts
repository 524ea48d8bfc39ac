import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, models, startCliSession } from '../../test/cli-session.ts';

/** More than are read at a time. */
const INSTANCES = 1_050;
/** More than one of these parts, too: rows with whole values are read in smaller ones. */
const VARIABLES_MIN = 25;

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
  await cli.run('deploy', models.oneTask);
  for (let made = 0; made < INSTANCES; made += 50) await Promise.all(Array.from({ length: 50 }, create));
}, 60_000);
afterAll(() => cli?.close());

async function create(): Promise<void> {
  const variables = { formula: '=1+1', long: 'x'.repeat(10_000) };
  await fetch(`${cli.server.addresses.rest}/v2/process-instances`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ processDefinitionId: 'one-task', variables: count++ < VARIABLES_MIN ? variables : {} }),
  });
}
let count = 0;

async function exported(path: string, accept: string, body: object = {}): Promise<Response> {
  return fetch(`${cli.server.addresses.rest}/v2/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  });
}

test('should write all rows as CSV with a header', async () => {
  const { exitCode, output, errors } = await cli.run('export', 'process-instances', '--sort', 'startDate:desc');
  expect([exitCode, errors]).toEqual([0, '']);
  const [header, ...lines] = output.trimEnd().split('\r\n');
  expect(header).toMatch(/^processInstanceKey,processDefinitionId,/);
  expect(lines).toHaveLength(INSTANCES);
  expect(new Set(lines).size).toBe(INSTANCES);
});

test('should write what a filter finds as lines of JSON, values whole', async () => {
  const { output } = await cli.run('export', 'variables', '--format', 'ndjson', '--filter', '{"name": "long"}');
  const lines = output.trimEnd().split('\n');
  expect(lines).toHaveLength(VARIABLES_MIN);
  expect(JSON.parse(lines[0]!)).toMatchObject({ name: 'long', value: `"${'x'.repeat(10_000)}"`, isTruncated: false });
});

test('should let no spreadsheet run what a variable holds', async () => {
  const { output } = await cli.run('export', 'variables', '--filter', '{"name": "formula"}');
  for (const line of output.trimEnd().split('\r\n').slice(1)) expect(line).toContain('"""=1+1"""');
});

test('should say what is wrong with a search before anything is written', async () => {
  expect(await cli.run('export', 'process-instances', '--filter', '{"nothing": 1}')).toMatchObject({
    exitCode: 1,
    output: '',
    errors: 'Request property [filter.nothing] cannot be parsed (Bad Request, HTTP 400)',
  });
  expect(await cli.run('export', 'nothing')).toMatchObject({ exitCode: 1, errors: expect.stringContaining('404') });
  expect(await cli.run('export', '../jobs')).toMatchObject({ exitCode: 2 });
  expect(await cli.run('export', 'jobs', '--sort', 'type:up')).toMatchObject({ exitCode: 2 });
});

test('should give a client the file it asks for, and a page when it asks for none', async () => {
  // when
  const csv = await exported('process-instances/search', 'text/csv');
  const lines = await exported('process-instances/search', 'application/x-ndjson', { page: { limit: 3 } });
  const page = await exported('process-instances/search', '*/*', { page: { limit: 3 } });

  // then
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="process-instances.csv"');
  expect((await csv.text()).split('\r\n')).toHaveLength(INSTANCES + 2);
  expect((await lines.text()).split('\n')).toHaveLength(3 + 1);
  expect(((await page.json()) as { items: unknown[] }).items).toHaveLength(3);
});

test('should go on behind a cursor, and refuse what an export cannot do', async () => {
  // given
  const first = (await (
    await exported('process-instances/search', 'application/json', { page: { limit: 1_000 } })
  ).json()) as {
    page: { endCursor: string };
  };

  // when
  const rest = await exported('process-instances/search', 'text/csv', { page: { after: first.page.endCursor } });

  // then
  expect((await rest.text()).trimEnd().split('\r\n')).toHaveLength(INSTANCES - 1_000 + 1);
  for (const page of [{ from: 10 }, { before: first.page.endCursor }]) {
    expect((await exported('process-instances/search', 'text/csv', { page })).status).toBe(400);
  }
  expect((await exported('process-instances/1/incidents/search', 'text/csv')).status).toBe(404);
});

test('should stop reading when the client has had enough', async () => {
  const answer = await exported('process-instances/search', 'text/csv');
  await answer.body?.cancel();
  // The client's pool needs a moment to see that the connection is gone; else it opens one that it never uses.
  await fetch(`${cli.server.addresses.rest}/v2/license`).then((license) => license.text());
  expect((await exported('process-instances/search', 'text/csv', { page: { limit: 1 } })).status).toBe(200);
});

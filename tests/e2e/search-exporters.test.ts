/** The server and a search engine that comes and goes, over the real protocol. */
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestSearchServer } from '@waggle/exporters/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportedRecords } from '../exported-records.ts';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, type ServerProcessOptions, startServerProcess } from '../server-process.ts';
import { waggle } from '../waggle-command.ts';

let folder = '';
let port = 0;
let options: ServerProcessOptions;
let server: ServerProcess;
const search = new TestSearchServer();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-search-'));
  port = await freePort();
  options = {
    dataFolder: join(folder, 'data'),
    flags: [
      ...['--partitions', '2', '--exporter', `json-lines=${join(folder, 'records-{partition}.jsonl')}`],
      ...['--exporter', `elasticsearch=http://127.0.0.1:${port}`],
      ...[
        'include-enabled-records=true',
        'index.command=true',
        'index.rejection=true',
        'bulk.delay=1',
        'bulk.size=50',
      ].flatMap((argument) => ['--exporter-arg', `elasticsearch.${argument}`]),
    ],
  };
  server = await startServerProcess(options);
});

afterAll(async () => {
  await server?.stop();
  await search.close();
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  holder.close();
  await once(holder, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function createInstances(count: number): Promise<void> {
  for (let index = 0; index < count; index++) await waggle(server, 'run', 'one-task');
}

/** Ids of everything that was exported to the files, of the value types that the search engine has. */
async function expectedIds(): Promise<string[]> {
  const types = new Set(search.all().map(({ source }) => source.valueType as string));
  const ids = new Set<string>();
  for (const partitionId of [1, 2]) {
    const records = await exportedRecords(join(folder, `records-${partitionId}.jsonl`));
    for (const { position, valueType } of records) if (types.has(valueType)) ids.add(`${partitionId}-${position}`);
  }
  return [...ids].sort();
}

const ids = () =>
  search
    .all()
    .map(({ id }) => id)
    .sort();
const health = async (group = '') => (await fetch(`${server.management}/actuator/health${group}`)).json();

test('should go on without the search engine, say so, and lose nothing over outages and kills', async () => {
  // given: nobody listens there
  await waggle(server, 'deploy', processFiles.oneTask);
  await createInstances(3);
  await expect
    .poll(() => health(), { timeout: 10_000 })
    .toMatchObject({
      components: { 'exporter-elasticsearch': { status: 'DOWN', details: { message: expect.any(String) } } },
    });
  expect(await health('/readiness')).toMatchObject({ status: 'UP' });

  // when: it comes, the server is killed, it goes, and comes back
  await search.listen(port);
  await expect.poll(() => search.documents.size, { timeout: 20_000 }).toBeGreaterThan(50);
  await createInstances(2);
  await server.kill();
  server = await startServerProcess(options);
  await createInstances(2);
  search.failures.push({ kind: 'lostAnswer' }, { kind: 'status', status: 503 });
  await createInstances(2);

  // then
  await expect.poll(async () => ids().join() === (await expectedIds()).join(), { timeout: 30_000 }).toBe(true);
  expect(search.documents.size).toBeGreaterThan(100);
  expect(new Set(search.all().map(({ routing }) => routing))).toEqual(new Set(['1', '2']));
  await expect
    .poll(() => health(), { timeout: 20_000 })
    .toMatchObject({ components: { 'exporter-elasticsearch': { status: 'UP' } } });
  const metrics = await (await fetch(`${server.management}/actuator/prometheus`)).text();
  expect(metrics).toMatch(/^waggle_exporter_records_total\{exporter="elasticsearch"\} [1-9]/m);
  expect(metrics).toMatch(/^waggle_exporter_up\{exporter="elasticsearch"\} 1$/m);
  expect(JSON.parse(await readFile(join(folder, 'data', 'exporters', 'elasticsearch.json'), 'utf8'))).toMatchObject({
    partitions: [{ partitionId: 1 }, { partitionId: 2 }],
  });
}, 120_000);

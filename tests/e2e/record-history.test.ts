/** What was recorded of process instances, against all that was exported: over kills, partitions and called instances. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createCamundaClient, { type CamundaClient, ProcessDefinitionId } from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExportedRecord, exportedRecords, parseRecord } from '../exported-records.ts';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, type ServerProcessOptions, startServerProcess } from '../server-process.ts';

const PARTITIONS = 2;
const oneTask = ProcessDefinitionId.assumeExists('one-task');

let folder = '';
let options: ServerProcessOptions;
let server: ServerProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-history-'));
  options = {
    dataFolder: join(folder, 'data'),
    flags: ['--partitions', `${PARTITIONS}`, '--exporter', `json-lines=${join(folder, 'records-{partition}.jsonl')}`],
  };
  server = await startServerProcess(options);
});

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

function connect(): CamundaClient {
  return createCamundaClient({ config: { CAMUNDA_REST_ADDRESS: server.rest } });
}

function get(path: string): Promise<Response> {
  return fetch(`${server.rest}/waggle/v1/process-instances/${path}`);
}

async function history(processInstanceKey: string, limit: number): Promise<readonly ExportedRecord[]> {
  const found: ExportedRecord[] = [];
  for (let after: string | null = '0'; after !== null; ) {
    const response: Response = await get(`${processInstanceKey}/records?limit=${limit}&after=${after}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    const text = await response.text();
    found.push(...text.split('\n').filter(Boolean).map(parseRecord));
    after = response.headers.get('waggle-next-position');
  }
  return found;
}

/** All records of an instance and their causes, out of everything that its partition exported; each once. */
async function exported(processInstanceKey: string): Promise<readonly ExportedRecord[]> {
  const partitionId = BigInt(processInstanceKey) >> 51n;
  const all = await exportedRecords(join(folder, `records-${partitionId}.jsonl`));
  // After a kill an exporter gets some records twice.
  const once = [...new Map(all.map((record) => [record.position, record])).values()];
  const own = once.filter(({ value }) => value.processInstanceKey === processInstanceKey);
  const causes = new Set(
    own.map((record) => (record as unknown as { sourceRecordPosition: number }).sourceRecordPosition),
  );
  return once.filter((record) => own.includes(record) || causes.has(record.position));
}

test('should give every record once and in order, over kills in the middle', async () => {
  // given
  let client = connect();
  await client.deployResourcesFromFiles([processFiles.oneTask]);
  const keys: string[] = [];
  for (let kill = 0; kill < 3; kill++) {
    // when: the server dies while instances are created
    const creating = Array.from({ length: 40 }, () =>
      client.createProcessInstance({ processDefinitionId: oneTask }).then(
        ({ processInstanceKey }) => keys.push(processInstanceKey),
        () => undefined,
      ),
    );
    await Promise.all(creating.slice(0, 15));
    await server.kill();
    await Promise.allSettled(creating);
    server = await startServerProcess(options);
    client = connect();
  }
  for (const processInstanceKey of keys.slice(0, 5)) {
    await client.cancelProcessInstance({ processInstanceKey: processInstanceKey as never });
  }

  // then
  expect(new Set(keys.map((key) => BigInt(key) >> 51n)).size).toBe(PARTITIONS);
  for (const key of keys) {
    const records = await history(key, 7);
    const positions = records.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    await expect.poll(() => exported(key), { timeout: 10_000 }).toEqual(records);
    expect(records.some(({ intent }) => intent === 'ELEMENT_ACTIVATED')).toBe(true);
  }
  expect((await history(keys[0]!, 1_000)).at(-1)).toMatchObject({ intent: 'ELEMENT_TERMINATED' });
}, 120_000);

test('should keep nothing when told so, and begin anew when told otherwise', async () => {
  // given
  const key = String((await connect().createProcessInstance({ processDefinitionId: oneTask })).processInstanceKey);
  expect((await history(key, 100)).length).toBeGreaterThan(10);
  const folderOfHistory = join(folder, 'data', 'secondary-storage', 'record-history');
  expect(existsSync(folderOfHistory)).toBe(true);

  // when
  await server.stop();
  server = await startServerProcess({ ...options, flags: [...options.flags!, '--record-history-days', '0'] });
  const unkept = String((await connect().createProcessInstance({ processDefinitionId: oneTask })).processInstanceKey);

  // then
  expect((await get(`${unkept}/records`)).status).toBe(404);
  expect(existsSync(folderOfHistory)).toBe(false);

  // when
  await server.stop();
  server = await startServerProcess(options);
  const kept = String((await connect().createProcessInstance({ processDefinitionId: oneTask })).processInstanceKey);

  // then
  expect((await history(kept, 100)).length).toBeGreaterThan(10);
  expect((await get(`${key}/records`)).status).toBe(404);
  expect(server.output()).not.toContain('"level":50');
});

test('should refuse what it cannot read, and say what it does not know', async () => {
  expect((await get('2251799813999999/records')).status).toBe(404);
  expect((await get('999999999999999999/records')).status).toBe(404);
  for (const path of [
    'abc/records',
    '1/records?limit=0',
    '1/records?limit=10001',
    '1/records?after=-1',
    '1/records?after=x',
    '1/records?form=xml',
  ]) {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 400]);
    expect(await response.json()).toMatchObject({ status: 400, detail: expect.any(String) });
  }
});

import { join } from 'node:path';
import { temporaryFolder } from '@waggle/broker/test';
import { bpmn, endEvent, flow, serviceTask, startEngine, startEvent, type TestEngine } from '@waggle/engine/test';
import { type LogRecord, RecordType, readBatch, ValueType, valueTypeName } from '@waggle/protocol';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startTestSearchServer, type TestSearchServer } from '../../test/test-search-server.ts';
import { elasticsearch } from '../elasticsearch/elasticsearch.ts';
import { opensearch } from '../opensearch/opensearch.ts';
import { exportStateFile } from './export-state.ts';
import { type ExporterArguments, parseSearchIndexArguments } from './parse-search-index-arguments.ts';
import { SearchIndexExport } from './search-index-export.ts';
import type { SearchProductName } from './search-index-settings.ts';

const order = bpmn(
  { id: 'order' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);
const stock = bpmn({ id: 'stock' }, startEvent(), endEvent(), flow('start', 'end'));

function workedEngine(instances = 5): TestEngine {
  const engine = startEngine();
  engine.deploy(order, { name: 'stock.bpmn', xml: stock });
  for (let index = 0; index < instances; index++) engine.create('order', { index, 'order-name': `order ${index}` });
  for (let index = 0; index < instances; index++) engine.completeJob('work');
  return engine;
}

interface Run {
  readonly exporting: SearchIndexExport;
  readonly stored: Map<number, number>;
  readonly failures: string[];
  /** Waits until everything up to the engine's last record is stored. */
  finished(engine: TestEngine): Promise<void>;
}

const EVERYTHING: ExporterArguments = { 'include-enabled-records': 'true' };
/** Whole seconds are what users can say; tests need not wait for them. */
const DELAY_MS = 20;

async function start(
  server: TestSearchServer,
  given: ExporterArguments = EVERYTHING,
  { product = 'elasticsearch', stateFile }: { product?: SearchProductName; stateFile?: string } = {},
): Promise<Run> {
  const settings = parseSearchIndexArguments('search', product, { url: server.url, ...given });
  const stored = new Map<number, number>();
  const failures: string[] = [];
  const exporting = new SearchIndexExport({
    settings: { ...settings, bulk: { ...settings.bulk, delayMs: DELAY_MS } },
    product: { elasticsearch, opensearch }[product],
    stateStore: exportStateFile(stateFile ?? join(await temporaryFolder(), 'search.json')),
    stateIntervalMs: DELAY_MS,
    onStored: (partitionId, position) => stored.set(partitionId, position),
    onTaken: () => undefined,
    onFailure: (error) => failures.push(error instanceof Error ? error.message : String(error)),
    onRecovered: () => undefined,
    onWritten: () => undefined,
  });
  exporting.open();
  onTestFinished(() => exporting.close());
  return {
    exporting,
    stored,
    failures,
    finished: (engine) =>
      vi.waitFor(() => expect(stored.get(1)).toBe(engine.records.at(-1)!.position), { timeout: 9_000, interval: 5 }),
  };
}

function add({ exporting }: Run, engine: TestEngine, from = 0, to = engine.batches.length): void {
  for (const data of engine.batches.slice(from, to)) exporting.add(1, readBatch(data).records.at(-1)!.position, data);
}

/** What is exported with the given filter. */
function idsOf(engine: TestEngine, accepts: (record: LogRecord) => boolean): string[] {
  return engine.records.filter(accepts).map(({ position }) => `1-${position}`);
}

const isEvent = ({ recordType }: LogRecord) => recordType === RecordType.EVENT;

test('should write records as Zeebe does: index, id, routing and sequence', async () => {
  // given
  const server = await startTestSearchServer();
  const engine = workedEngine();
  const run = await start(server);

  // when
  add(run, engine);
  await run.finished(engine);

  // then
  const jobs = server.all().filter(({ source }) => source.valueType === 'JOB');
  expect(jobs.map(({ source }) => source.intent)).toEqual([...Array(5).fill('CREATED'), ...Array(5).fill('COMPLETED')]);
  expect(jobs[0]).toMatchObject({
    index: 'zeebe-record_job_8.9.0_2030-01-15',
    routing: '1',
    source: { partitionId: 1, recordType: 'EVENT', brokerVersion: '8.9.0', value: { type: 'work', customHeaders: {} } },
  });
  expect(jobs[0]!.id).toBe(`1-${jobs[0]!.source.position}`);
  expect(jobs.map(({ text }) => /"sequence":(\d+)\}$/.exec(text)?.[1])).toEqual(
    jobs.map((_, index) => String((1n << 51n) + BigInt(index + 1))),
  );
  expect(jobs[0]!.source).not.toHaveProperty('authorizations');
  expect(run.failures).toEqual([]);
});

test('should export what analytics needs unless it is told to export all', async () => {
  // given
  const server = await startTestSearchServer();
  const engine = workedEngine();
  const run = await start(server, {});

  // when
  add(run, engine);
  await run.finished(engine);

  // then
  const types = new Set(server.all().map(({ source }) => source.valueType as string));
  expect([...types].sort()).toEqual(['DEPLOYMENT', 'JOB', 'PROCESS', 'PROCESS_INSTANCE', 'VARIABLE']);
  expect(server.all().map(({ id }) => id)).toEqual(
    idsOf(engine, (record) => isEvent(record) && types.has(valueTypeName(record.valueType))),
  );
});

test('should filter by record type, value type, process and the beginnings of variable names', async () => {
  // given
  const server = await startTestSearchServer();
  const engine = workedEngine();
  engine.create('stock', { stock: 1 });
  const run = await start(server, {
    ...EVERYTHING,
    'index.event': 'true',
    'index.command': 'true',
    'index.job': 'false',
    'index.bpmn-process-id-exclusion': 'stock',
    'index.variable-name-inclusion-start-with': 'order; in',
    'index.variable-name-exclusion-start-with': 'order-',
  });

  // when
  add(run, engine);
  await run.finished(engine);

  // then
  const sources = server.all().map(({ source }) => source);
  expect(new Set(sources.map(({ recordType }) => recordType))).toEqual(new Set(['COMMAND', 'EVENT']));
  expect(sources.filter(({ valueType }) => valueType === 'JOB')).toEqual([]);
  expect(new Set(sources.map(({ value }) => value.bpmnProcessId).filter(Boolean))).not.toContain('stock');
  expect(new Set(sources.filter(({ valueType }) => valueType === 'VARIABLE').map(({ value }) => value.name))).toEqual(
    new Set(['index']),
  );
});

test('should send bulks by number and by bytes', async () => {
  // given
  const engine = workedEngine(20);
  const byNumber = await startTestSearchServer();
  const byBytes = await startTestSearchServer();

  // when
  for (const [server, given] of [
    [byNumber, { 'bulk.size': '25' }],
    [byBytes, { 'bulk.memory-limit': '4000' }],
  ] as const) {
    const run = await start(server, { ...EVERYTHING, ...given });
    add(run, engine);
    await run.finished(engine);
  }

  // then
  expect(byNumber.bulkSizes.slice(0, -1).every((size) => size === 25)).toBe(true);
  expect(byBytes.bulkSizes.length).toBeGreaterThan(20);
  expect(byBytes.all().map(({ text }) => text)).toEqual(byNumber.all().map(({ text }) => text));
});

test.each([
  ['too many requests', { kind: 'status', status: 429 }],
  ['an unavailable server', { kind: 'status', status: 503 }],
  ['a broken connection', { kind: 'reset' }],
  ['an answer that is lost', { kind: 'lostAnswer' }],
  ['items that are refused', { kind: 'items', status: 429, places: [0, 3, 4] }],
  ['items that break a rule', { kind: 'items', status: 400, places: [0] }],
] as const)('should write everything once after %s', async (_, failure) => {
  // given
  const server = await startTestSearchServer();
  const engine = workedEngine();
  server.failures.push(failure, failure);
  const run = await start(server, { ...EVERYTHING, 'bulk.size': '30' });

  // when
  add(run, engine);
  await run.finished(engine);

  // then
  const types = new Set(server.all().map(({ source }) => source.valueType as string));
  expect(
    server
      .all()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(idsOf(engine, (record) => isEvent(record) && types.has(valueTypeName(record.valueType))).sort());
  expect(run.failures).toHaveLength(2);
});

test('should send only what was refused again', async () => {
  // given
  const server = await startTestSearchServer();
  const engine = workedEngine();
  server.failures.push({ kind: 'items', status: 429, places: [2, 5] });
  const run = await start(server, { ...EVERYTHING, 'bulk.size': '20' });

  // when
  add(run, engine);
  await run.finished(engine);

  // then
  expect(server.bulkSizes.slice(0, 2)).toEqual([20, 2]);
  expect(server.all().every(({ version }) => version === 1)).toBe(true);
  expect(run.failures[0]).toMatch(/2 were refused, the first \(1-\d+\) with 429: as the test wants \(refused\)/);
});

test('should split a bulk that is too large for the server', async () => {
  // given
  const server = await startTestSearchServer();
  const engine = workedEngine(20);
  const run = await start(server, { ...EVERYTHING, 'bulk.size': '500' });
  await vi.waitFor(() => expect(server.requests.at(-1)?.path).toContain('_settings'));
  server.bodyBytesMax = 9_000;

  // when
  add(run, engine);
  await run.finished(engine);

  // then
  expect(Math.max(...server.bulkSizes)).toBeLessThan(50);
  expect(run.failures).toEqual([]);
});

test('should give up on a server that answers too slowly, and ask again', async () => {
  // given
  const server = await startTestSearchServer();
  const engine = workedEngine();
  server.failures.push({ kind: 'slow', ms: 400 });
  const run = await start(server, { ...EVERYTHING, 'request-timeout-ms': '150' });

  // when
  add(run, engine);
  await run.finished(engine);

  // then
  expect(run.failures[0]).toMatch(/there was none: it took longer than 150 ms/);
});

test('should leave a server alone for as long as it asks', async () => {
  // given
  const server = await startTestSearchServer();
  const engine = workedEngine();
  server.failures.push({ kind: 'status', status: 429, retryAfter: 1 });
  const run = await start(server);
  const startMs = performance.now();

  // when
  add(run, engine);
  await run.finished(engine);

  // then
  expect(performance.now() - startMs).toBeGreaterThan(1_000);
});

test('should wait for a server that is away from the start, and use another node', async () => {
  // given
  const server = await startTestSearchServer();
  const engine = workedEngine();
  const run = await start(server, { ...EVERYTHING, url: `http://127.0.0.1:1,${server.url}/` });

  // when
  add(run, engine);
  await run.finished(engine);

  // then
  expect(run.failures[0]).toContain('ECONNREFUSED');
  expect(server.documents.size).toBeGreaterThan(50);
});

test('should authenticate, and say when that is refused', async () => {
  // given
  const server = await startTestSearchServer();
  server.credentials = `Basic ${Buffer.from('elastic:geheim').toString('base64')}`;
  const engine = workedEngine();
  const refused = await start(server, {
    ...EVERYTHING,
    'authentication.username': 'x',
    'authentication.password': 'y',
  });
  const run = await start(server, {
    ...EVERYTHING,
    'authentication.username': 'elastic',
    'authentication.password': 'geheim',
  });

  // when
  add(run, engine);
  await run.finished(engine);

  // then
  expect(refused.failures[0]).toContain('401: missing authentication (security_exception)');
});

test('should go on where it was, with the same numbers, when it starts again', async () => {
  // given
  const server = await startTestSearchServer();
  const engine = workedEngine();
  const stateFile = join(await temporaryFolder(), 'search.json');
  const first = await start(server, { ...EVERYTHING, 'bulk.size': '10' }, { stateFile });
  add(first, engine, 0, 4);
  await first.exporting.close();
  const before = server.documents.size;
  expect(before).toBeGreaterThan(10);

  // when
  const second = await start(server, EVERYTHING, { stateFile });
  expect(second.exporting.position(1)).toBe(readBatch(engine.batches[3]!).records.at(-1)!.position);
  add(second, engine, 2);
  await second.finished(engine);

  // then: what came again was passed over, and all are numbered without a gap
  expect(server.all().every(({ version }) => version === 1)).toBe(true);
  for (const valueType of [ValueType.JOB, ValueType.PROCESS_INSTANCE, ValueType.VARIABLE]) {
    const numbers = server
      .all()
      .filter(({ source }) => source.valueType === valueTypeName(valueType))
      .map(({ text }) => Number(BigInt(/"sequence":(\d+)\}$/.exec(text)![1]!) - (1n << 51n)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
});

test('should write the same documents again when what it remembered is lost', async () => {
  // given
  const server = await startTestSearchServer();
  const engine = workedEngine();
  const first = await start(server);
  add(first, engine);
  await first.finished(engine);
  const before = server.all().map(({ index, id, text }) => ({ index, id, text }));

  // when
  const second = await start(server);
  add(second, engine);
  await second.finished(engine);

  // then
  expect(server.all().map(({ index, id, text }) => ({ index, id, text }))).toEqual(before);
});

test('should remember nothing that is not written', async () => {
  // given
  const server = await startTestSearchServer();
  const engine = workedEngine();
  const stateFile = join(await temporaryFolder(), 'search.json');
  const run = await start(server, { ...EVERYTHING, 'bulk.size': '10' }, { stateFile });
  await vi.waitFor(() => expect(server.requests.at(-1)?.path).toContain('_settings'));
  server.outage = 503;

  // when
  add(run, engine);
  await vi.waitFor(() => expect(run.failures.length).toBeGreaterThan(1));
  await run.exporting.close();

  // then
  expect(run.stored.size).toBe(0);
  expect(exportStateFile(stateFile).read().size).toBe(0);
});

test('should tell the server about records before the first one', async () => {
  // given
  const server = await startTestSearchServer();
  await start(server, {
    'index.prefix': 'acme-records',
    'index.number-of-shards': '1',
    'index.numberOfReplicas': '2',
    'retention.enabled': 'true',
    'retention.minimum-age': '10d',
  });
  await vi.waitFor(() => expect(server.requests.at(-1)?.path).toContain('_settings'));

  // then
  expect([...server.templates.keys()].slice(0, 3)).toEqual([
    'acme-records-8.9.0',
    'acme-records_job_8.9.0',
    'acme-records_deployment_8.9.0',
  ]);
  expect(server.templates.get('acme-records_job_8.9.0')).toEqual({
    index_patterns: ['acme-records_job_8.9.0_*'],
    composed_of: ['acme-records-8.9.0'],
    priority: 20,
    version: 1,
    template: {
      settings: {
        number_of_shards: 1,
        number_of_replicas: 2,
        'index.queries.cache.enabled': false,
        'index.lifecycle.name': 'zeebe-record-retention-policy',
      },
      aliases: { 'acme-records-job': {} },
    },
  });
  expect(server.policies.get('zeebe-record-retention-policy')).toEqual({
    policy: { phases: { delete: { min_age: '10d', actions: { delete: {} } } } },
  });
  expect(server.requests.at(-1)).toMatchObject({
    method: 'PUT',
    path: '/acme-records_*/_settings?allow_no_indices=true',
    body: '{"index.lifecycle.name":"zeebe-record-retention-policy"}',
  });
});

test('should leave a policy alone that is not its own', async () => {
  // given
  const server = await startTestSearchServer();

  // when
  await start(server, { 'retention.manage-policy': 'false', 'retention.policy-name': 'ours' });
  await vi.waitFor(() => expect(server.templates.has('zeebe-record_user-task_8.9.0')).toBe(true));

  // then
  expect(server.requests.filter(({ path }) => !path.includes('_template/'))).toEqual([]);
  expect(server.templates.get('zeebe-record_user-task_8.9.0')).toMatchObject({
    template: { settings: { 'index.lifecycle.name': 'ours' } },
  });
});

test('should have OpenSearch forget old indices by its own kind of policy', async () => {
  // given
  const server = await startTestSearchServer();
  const given = { 'retention.enabled': 'true', 'retention.minimumAge': '5h', 'retention.policyName': 'old records' };
  const isReady = () => vi.waitFor(() => expect(server.requests.at(-1)?.path).toContain('/_plugins/_ism/'));

  // when: it is made, replaced, and removed
  const first = await start(server, given, { product: 'opensearch' });
  await isReady();
  await first.exporting.close();
  expect(server.policies.get('old records')).toMatchObject({
    policy: {
      states: [
        { name: 'initial', transitions: [{ state_name: 'delete', conditions: { min_index_age: '5h' } }] },
        { name: 'delete', actions: [{ delete: {} }] },
      ],
      ism_template: [{ index_patterns: ['zeebe-record_*'], priority: 1 }],
    },
  });
  expect(server.requests.at(-1)).toMatchObject({
    method: 'POST',
    path: '/_plugins/_ism/add/zeebe-record_*',
    body: '{"policy_id":"old records"}',
  });
  const second = await start(server, { ...given, 'retention.minimumAge': '7d' }, { product: 'opensearch' });
  await isReady();
  await vi.waitFor(() => expect(JSON.stringify(server.policies.get('old records'))).toContain('"7d"'));
  await second.exporting.close();
  const third = await start(server, { 'retention.policyName': 'old records' }, { product: 'opensearch' });
  await vi.waitFor(() => expect(server.requests.at(-1)?.path).toBe('/_plugins/_ism/remove/zeebe-record_*'));

  // then
  expect(server.policies.size).toBe(0);
  expect([...first.failures, ...second.failures, ...third.failures]).toEqual([]);
});

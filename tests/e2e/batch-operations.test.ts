/** Batch operations over everything that searches can find, through the official client with its strictest checks. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createCamundaClient, {
  type BatchOperationKey,
  type CamundaClient,
  DecisionDefinitionId,
  ProcessDefinitionId,
} from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const fresh = { consistency: { waitUpToMs: 0 } };
const oneTask = ProcessDefinitionId.assumeExists('one-task');
const PARTITIONS = ['--partitions', '3'];

let server: ServerProcess;
let client: CamundaClient;

beforeAll(async () => {
  server = await startServerProcess({ flags: PARTITIONS });
  client = clientOf(server);
  await client.deployResourcesFromFiles([processFiles.oneTask, processFiles.shipping]);
});

afterAll(() => server?.stop());

function clientOf({ rest }: ServerProcess): CamundaClient {
  return createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
}

async function startInstances(count: number, variables: Record<string, unknown>): Promise<string[]> {
  const created = await Promise.all(
    Array.from({ length: count }, () => client.createProcessInstance({ processDefinitionId: oneTask, variables })),
  );
  return created.map(({ processInstanceKey }) => processInstanceKey).toSorted();
}

/** @returns the operation when it has ended. */
function untilEnded(batchOperationKey: BatchOperationKey, by = client) {
  return by.getBatchOperation(
    { batchOperationKey },
    { consistency: { waitUpToMs: 20_000, pollIntervalMs: 50, predicate: ({ endDate }) => endDate !== null } },
  );
}

async function statesOf(keys: readonly string[]): Promise<Set<string>> {
  const { items } = await client.searchProcessInstances(
    { filter: { processInstanceKey: { $in: [...keys] } } } as never,
    fresh,
  );
  return new Set(items.map(({ state }) => state));
}

test('should work on what a filter finds that only searches understand, on all partitions', async () => {
  // given
  const meant = await startInstances(9, { region: 'north' });
  const others = await startInstances(3, { region: 'south' });

  // when
  const { batchOperationKey, batchOperationType } = await client.cancelProcessInstancesBatchOperation({
    filter: {
      startDate: { $lt: new Date(Date.now() + 60_000).toISOString() },
      variables: [{ name: 'region', value: '"north"' }],
    },
  });
  const operation = await untilEnded(batchOperationKey);

  // then
  expect(batchOperationType).toBe('CANCEL_PROCESS_INSTANCE');
  expect(operation).toMatchObject({
    state: 'COMPLETED',
    operationsTotalCount: 9,
    operationsCompletedCount: 9,
    operationsFailedCount: 0,
    errors: [],
  });
  const { items } = await client.searchBatchOperationItems(
    { filter: { batchOperationKey: { $eq: batchOperationKey }, state: 'COMPLETED' }, sort: [{ field: 'itemKey' }] },
    fresh,
  );
  expect(items.map(({ itemKey }) => itemKey).toSorted()).toEqual(meant);
  expect(await statesOf(meant)).toEqual(new Set(['TERMINATED']));
  expect(await statesOf(others)).toEqual(new Set(['ACTIVE']));
});

test('should delete ended instances that a filter finds', async () => {
  // given
  const keys = await startInstances(4, { region: 'east' });
  const filter = { variables: [{ name: 'region', value: '"east"' }] };
  await untilEnded((await client.cancelProcessInstancesBatchOperation({ filter })).batchOperationKey);

  // when
  const { batchOperationKey } = await client.deleteProcessInstancesBatchOperation({ filter });
  const operation = await untilEnded(batchOperationKey);

  // then
  expect(operation).toMatchObject({ batchOperationType: 'DELETE_PROCESS_INSTANCE', operationsCompletedCount: 4 });
  await expect.poll(() => statesOf(keys), { timeout: 10_000 }).toEqual(new Set());
});

test('should delete decisions one by one and by a filter', async () => {
  // given
  const evaluate = () =>
    client.evaluateDecision({
      decisionDefinitionId: DecisionDefinitionId.assumeExists('shipping-price'),
      variables: { weight: 3, express: false },
    });
  const [first] = [await evaluate(), await evaluate(), await evaluate()];

  // when
  await client.deleteDecisionInstance({ decisionEvaluationKey: first!.decisionEvaluationKey });
  const left = await client.searchDecisionInstances(
    { filter: { decisionDefinitionId: first!.decisionDefinitionId } },
    fresh,
  );
  const { batchOperationKey } = await client.deleteDecisionInstancesBatchOperation({
    filter: { evaluationDate: { $lt: new Date(Date.now() + 60_000).toISOString() } },
  });
  const operation = await untilEnded(batchOperationKey);

  // then
  expect(left.items).toHaveLength(2);
  expect(operation).toMatchObject({ batchOperationType: 'DELETE_DECISION_INSTANCE', operationsCompletedCount: 2 });
  expect((await client.searchDecisionInstances({}, fresh)).items).toEqual([]);
});

test('should find operations by what they do', async () => {
  const { items } = await client.searchBatchOperations(
    { filter: { operationType: 'CANCEL_PROCESS_INSTANCE', state: 'COMPLETED' }, sort: [{ field: 'startDate' }] },
    fresh,
  );
  expect(items.length).toBeGreaterThan(0);
  // Older releases of the original had other keys.
  const unknown = await fetch(`${server.rest}/v2/batch-operations/9a1f6c1e-2c54-4a3d-8e61-7a54bb5b9f3e`);
  expect(unknown.status).toBe(404);
});

test('should tell each operation once, however many partitions carry it out', async () => {
  // when
  const deployed = await client.searchAuditLogs({ filter: { entityType: 'RESOURCE', operationType: 'CREATE' } }, fresh);
  const batches = await client.searchAuditLogs({ filter: { entityType: 'BATCH', operationType: 'CREATE' } }, fresh);
  const operations = await client.searchBatchOperations({}, fresh);

  // then
  expect(deployed.items.map(({ entityDescription }) => entityDescription).toSorted()).toEqual([
    'one-task.bpmn',
    'shipping.dmn',
  ]);
  expect(batches.items.map(({ batchOperationKey }) => batchOperationKey).toSorted()).toEqual(
    operations.items.map(({ batchOperationKey }) => batchOperationKey).toSorted(),
  );
  const items = await client.searchAuditLogs(
    { filter: { batchOperationType: 'CANCEL_PROCESS_INSTANCE', entityType: 'PROCESS_INSTANCE' } },
    fresh,
  );
  const worked = await client.searchBatchOperationItems(
    { filter: { operationType: 'CANCEL_PROCESS_INSTANCE', state: 'COMPLETED' } },
    fresh,
  );
  expect(items.items.map(({ entityKey }) => String(entityKey)).toSorted()).toEqual(
    worked.items.map(({ itemKey }) => itemKey).toSorted(),
  );
});

test('should give jobs retries and resolve the incidents of a filter', async () => {
  // given
  const keys = await startInstances(3, { region: 'west' });
  const { jobs } = await client.activateJobs({
    type: 'one-task-job',
    timeout: 60_000,
    maxJobsToActivate: 100,
    fetchVariable: ['region'],
  });
  const mine = jobs.filter(({ processInstanceKey }) => keys.includes(processInstanceKey));
  for (const { jobKey } of mine) await client.failJob({ jobKey, retries: 0, errorMessage: 'No paper' });

  // when
  // Clients of 8.9 do not know this operation.
  const json = async (path: string, init?: RequestInit) =>
    (await fetch(server.rest + path, init)).json() as Promise<Record<string, unknown>>;
  const { batchOperationKey } = await json('/v2/jobs/batch-update', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ filter: { state: 'failed', errorMessage: 'No paper' }, changeset: { retries: 5 } }),
  });
  const update = () => json(`/v2/batch-operations/${batchOperationKey}`);
  await expect.poll(async () => (await update()).state, { timeout: 10_000 }).toBe('COMPLETED');
  const resolution = await client.resolveIncidentsBatchOperation({
    filter: { hasIncident: true, errorMessage: { $like: '*paper*' } },
  });
  const resolved = await untilEnded(resolution.batchOperationKey);

  // then
  expect(mine).toHaveLength(3);
  expect(await update()).toMatchObject({ batchOperationType: 'UPDATE_JOB', operationsCompletedCount: 3 });
  expect(resolved).toMatchObject({ batchOperationType: 'RESOLVE_INCIDENT', operationsCompletedCount: 3 });
  const { items } = await client.searchJobs({ filter: { errorMessage: 'No paper' } }, fresh);
  expect(items.map(({ retries }) => retries)).toEqual([5, 5, 5]);
  expect((await client.searchProcessInstances({ filter: { hasIncident: true } }, fresh)).items).toEqual([]);
});

test('should go on delivering items after the server was killed', async () => {
  // given
  const dataFolder = await mkdtemp(join(tmpdir(), 'waggle-batch-'));
  const flags = ['--partitions', '1'];
  let mine = await startServerProcess({ dataFolder, flags });
  try {
    let by = clientOf(mine);
    await by.deployResourcesFromFiles([processFiles.oneTask]);
    const count = 1_200;
    for (let done = 0; done < count; done += 100) {
      await Promise.all(Array.from({ length: 100 }, () => by.createProcessInstance({ processDefinitionId: oneTask })));
    }

    // when
    const { batchOperationKey } = await by.cancelProcessInstancesBatchOperation({ filter: { hasIncident: false } });
    await mine.kill();
    mine = await startServerProcess({ dataFolder, flags });
    by = clientOf(mine);
    const operation = await untilEnded(batchOperationKey, by);

    // then
    expect(operation).toMatchObject({
      state: 'COMPLETED',
      operationsTotalCount: count,
      operationsCompletedCount: count,
      operationsFailedCount: 0,
    });
  } finally {
    await mine.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}, 90_000);

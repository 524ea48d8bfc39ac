/** What the server tells of itself, through the official client with its strictest checks. */
import createCamundaClient, { type CamundaClient, ProcessDefinitionId } from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const fresh = { consistency: { waitUpToMs: 0 } };

let server: ServerProcess;
let client: CamundaClient;

beforeAll(async () => {
  server = await startServerProcess();
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
});

afterAll(() => server?.stop());

test('should tell licence, status and configuration', async () => {
  expect(await client.getLicense()).toMatchObject({ validLicense: true, isCommercial: false });
  await client.getStatus();
  expect((await client.getSystemConfiguration()).jobMetrics).toMatchObject({ enabled: true, exportInterval: 'PT1M' });
});

test('should tell of the cluster as a whole', async () => {
  const answer = async (path: string) => (await fetch(`${server.rest}/cluster/v2/${path}`)).json();
  expect(await answer('status')).toEqual({ status: 'HEALTHY' });
  expect(await answer('topology')).toMatchObject({
    brokers: [{ brokerId: '0' }],
    physicalTenants: [
      {
        physicalTenantId: 'default',
        partitionsCount: 1,
        brokers: [{ partitions: [{ partitionId: 1, role: 'leader', health: 'healthy', state: 'active' }] }],
      },
    ],
  });
});

test('should count what was used', async () => {
  // given
  const startTime = new Date().toISOString();
  await client.deployResourcesFromFiles([processFiles.messageWait]);
  const processDefinitionId = ProcessDefinitionId.assumeExists('message-wait');
  await client.createProcessInstance({ processDefinitionId, variables: { orderId: '1' } });

  // when
  const endTime = new Date(Date.now() + 1).toISOString();
  const usage = await client.getUsageMetrics({ startTime, endTime, withTenants: true }, fresh);

  // then
  const counts = { processInstances: 1, decisionInstances: 0, assignees: 0 };
  expect(usage).toEqual({ ...counts, activeTenants: 1, tenants: { '<default>': counts } });
});

test.each([
  ['', 'No startTime provided.'],
  ['?startTime=2026-01-01T00:00:00Z', 'No endTime provided.'],
  [
    '?startTime=yesterday&endTime=2026-01-01T00:00:00Z',
    "The provided startTime 'yesterday' cannot be parsed as a date according to RFC 3339, section 5.6.",
  ],
  [
    '?startTime=2026-01-02T00:00:00Z&endTime=2026-01-01T00:00:00Z',
    "The value for endTime is '2026-01-01T00:00:00Z' but must be after startTime '2026-01-02T00:00:00Z'.",
  ],
])('should refuse a time that is none: %s', async (query, detail) => {
  const answer = await fetch(`${server.rest}/v2/system/usage-metrics${query}`);
  expect(await answer.json()).toMatchObject({ status: 400, detail });
});

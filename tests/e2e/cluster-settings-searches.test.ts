/** Cluster variables and global listeners through the official client with its strictest checks. */
import createCamundaClient, {
  type CamundaClient,
  GlobalListenerId,
  TenantId,
} from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const fresh = { consistency: { waitUpToMs: 0 } };

let server: ServerProcess;
let client: CamundaClient;

beforeAll(async () => {
  server = await startServerProcess({ flags: ['--partitions', '2'] });
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
});

afterAll(() => server?.stop());

test('should tell cluster variables', async () => {
  // given
  const name = 'limit';
  const tenantId = TenantId.assumeExists('<default>');
  await client.createGlobalClusterVariable({ name, value: { max: 5 } });
  await client.createTenantClusterVariable({ tenantId, name, value: { max: 7 } });

  // when
  const { items } = await client.searchClusterVariables(
    { filter: { name: { $like: 'lim*' } }, sort: [{ field: 'scope' }] },
    fresh,
  );

  // then
  expect(items).toMatchObject([
    { name: 'limit', scope: 'GLOBAL', tenantId: null, value: '{"max":5}', isTruncated: false },
    { name: 'limit', scope: 'TENANT', tenantId: '<default>', value: '{"max":7}' },
  ]);
  expect(await client.getGlobalClusterVariable({ name }, fresh)).toMatchObject({ value: '{"max":5}' });
  expect(await client.getTenantClusterVariable({ tenantId, name }, fresh)).toMatchObject({ value: '{"max":7}' });
});

test('should tell global listeners', async () => {
  // given
  const id = GlobalListenerId.assumeExists('audit');
  await client.createGlobalTaskListener({ id, type: 'audit', eventTypes: ['completing'], priority: 60 });

  // when
  const { items } = await client.searchGlobalTaskListeners(
    { filter: { eventTypes: ['completing'], source: 'API', priority: { $gt: 50 } }, sort: [{ field: 'id' }] },
    fresh,
  );

  // then
  expect(items).toMatchObject([{ id: 'audit', type: 'audit', eventTypes: ['completing'], source: 'API' }]);
  expect(await client.getGlobalTaskListener({ id }, fresh)).toEqual(items[0]);
});

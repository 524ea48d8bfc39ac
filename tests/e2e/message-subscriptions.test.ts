/** What waits for messages, through the official client with its strictest checks of requests and answers. */
import createCamundaClient, { type CamundaClient, ProcessDefinitionId } from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const fresh = { consistency: { waitUpToMs: 0 } };

let server: ServerProcess;
let client: CamundaClient;

beforeAll(async () => {
  server = await startServerProcess({ flags: ['--partitions', '2'] });
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
  await client.deployResourcesFromFiles([processFiles.messageWait]);
});

afterAll(() => server?.stop());

test('should find subscriptions on all partitions and the messages that reached them', async () => {
  // given
  const processDefinitionId = ProcessDefinitionId.assumeExists('message-wait');
  for (const parcelId of ['a', 'b', 'c', 'd']) {
    await client.createProcessInstance({ processDefinitionId, variables: { parcelId } });
  }
  const waiting = await client.searchMessageSubscriptions(
    { filter: { processDefinitionId, messageSubscriptionState: 'CREATED' }, sort: [{ field: 'correlationKey' }] },
    { consistency: { waitUpToMs: 10_000, predicate: ({ items }) => items.length === 4 } },
  );
  expect(waiting.items.map(({ correlationKey }) => correlationKey)).toEqual(['a', 'b', 'c', 'd']);
  const { messageName, processInstanceKey, messageSubscriptionKey } = waiting.items[1]!;

  // when
  await client.correlateMessage({ name: messageName, correlationKey: 'b' });

  // then
  const correlated = await client.searchCorrelatedMessageSubscriptions({ filter: { messageName } }, fresh);
  expect(correlated.items).toMatchObject([{ processInstanceKey, subscriptionKey: messageSubscriptionKey }]);
  const statistics = await client.getProcessDefinitionMessageSubscriptionStatistics({}, fresh);
  expect(statistics.items).toMatchObject([{ activeSubscriptions: 3, processInstancesWithActiveSubscriptions: 3 }]);
});

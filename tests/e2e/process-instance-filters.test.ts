/** Process instances by all that clients filter by, through the official client with its strictest checks. */
import createCamundaClient, { type CamundaClient } from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const fresh = { consistency: { waitUpToMs: 0 } };
const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
  <bpmn:process id="order" name="Order" isExecutable="true">
    <bpmn:extensionElements><zeebe:versionTag value="v1"/></bpmn:extensionElements>
    <bpmn:startEvent id="start"/>
    <bpmn:sequenceFlow id="on" sourceRef="start" targetRef="work"/>
    <bpmn:serviceTask id="work"><bpmn:extensionElements><zeebe:taskDefinition type="work"/></bpmn:extensionElements></bpmn:serviceTask>
  </bpmn:process>
</bpmn:definitions>`;

type Search = Parameters<CamundaClient['searchProcessInstances']>[0];

let server: ServerProcess;
let client: CamundaClient;
/** Names of the instances by their keys. */
const names = new Map<string, string>();

beforeAll(async () => {
  server = await startServerProcess();
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
  const { processes } = await client.createDeployment({ resources: [new File([xml], 'order.bpmn')] });
  const { processDefinitionKey } = processes[0]!;
  const create = async (name: string, more: { businessId?: string; tags?: string[] } = {}) => {
    const created = await client.createProcessInstance({
      processDefinitionKey,
      variables: { name },
      ...more,
    } as Parameters<CamundaClient['createProcessInstance']>[0]);
    names.set(created.processInstanceKey, name);
    return created.processInstanceKey;
  };
  const fail = async (retries: number, errorMessage: string) => {
    const { jobs } = await client.activateJobs({ type: 'work', timeout: 60_000, maxJobsToActivate: 1 });
    await client.failJob({ jobKey: jobs[0]!.jobKey, retries, errorMessage });
  };
  await create('stuck');
  await fail(0, 'No paper');
  await create('retrying');
  await fail(2, 'No ink');
  // It stays the failed one, and out of the way of those that follow.
  await client.activateJobs({ type: 'work', timeout: 60_000, maxJobsToActivate: 1 });
  await create('done', { businessId: 'b-1' });
  const { jobs } = await client.activateJobs({ type: 'work', timeout: 60_000, maxJobsToActivate: 1 });
  await client.completeJob({ jobKey: jobs[0]!.jobKey });
  const canceled = await create('canceled', { tags: ['blue'] });
  await client.cancelProcessInstance({ processInstanceKey: canceled });
});

afterAll(() => server?.stop());

test.each<[NonNullable<Search>['filter'] | object, string[]]>([
  [{ state: 'ACTIVE' }, ['retrying', 'stuck']],
  [{ state: { $in: ['COMPLETED', 'TERMINATED'] } }, ['canceled', 'done']],
  [{ hasIncident: true }, ['stuck']],
  [{ hasRetriesLeft: true }, ['retrying']],
  [{ hasRetriesLeft: false }, ['stuck']],
  [{ errorMessage: { $like: 'No p*' } }, ['stuck']],
  [{ elementId: 'work', elementInstanceState: 'ACTIVE' }, ['retrying', 'stuck']],
  [{ elementId: 'work', elementInstanceState: 'TERMINATED' }, ['canceled']],
  [{ elementId: 'work', hasElementInstanceIncident: true }, ['stuck']],
  [{ businessId: 'b-1' }, ['done']],
  [{ tags: ['blue'] }, ['canceled']],
  [{ variables: [{ name: 'name', value: '"done"' }] }, ['done']],
  [{ endDate: { $exists: false } }, ['retrying', 'stuck']],
  [{ processDefinitionVersionTag: 'v1', processDefinitionName: { $like: 'Ord*' }, state: 'COMPLETED' }, ['done']],
  [{ $or: [{ hasIncident: true }, { tags: ['blue'] }] }, ['canceled', 'stuck']],
])('should find by %j', async (filter, expected) => {
  // when
  const { items, page } = await client.searchProcessInstances({ filter } as Search, fresh);

  // then
  expect(items.map(({ processInstanceKey }) => names.get(processInstanceKey)).sort()).toEqual(expected);
  expect(page.totalItems).toBe(expected.length);
});

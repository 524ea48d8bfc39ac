/** What instances do and what stops them, through the official client with its strictest checks. */
import createCamundaClient, { type CamundaClient } from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const fresh = { consistency: { waitUpToMs: 0 } };

let server: ServerProcess;
let client: CamundaClient;

beforeAll(async () => {
  server = await startServerProcess();
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
  await client.createDeployment({
    resources: [
      new File(
        [
          `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
            <bpmn:process id="stuck" isExecutable="true">
              <bpmn:startEvent id="start" name="Go"/>
              <bpmn:sequenceFlow id="on" sourceRef="start" targetRef="work"/>
              <bpmn:serviceTask id="work"><bpmn:extensionElements><zeebe:taskDefinition type="=missing"/></bpmn:extensionElements></bpmn:serviceTask>
            </bpmn:process>
          </bpmn:definitions>`,
        ],
        'stuck.bpmn',
      ),
    ],
  });
});

afterAll(() => server?.stop());

async function createStuck() {
  return client.createProcessInstance({ processDefinitionId: 'stuck' as never });
}

test('should show element instances', async () => {
  // given
  const { processInstanceKey } = await createStuck();

  // when
  const { items, page } = await client.searchElementInstances({ filter: { processInstanceKey } }, fresh);

  // then
  expect(page.totalItems).toBe(2);
  expect(items).toMatchObject([
    { elementId: 'start', elementName: 'Go', type: 'START_EVENT', state: 'COMPLETED', hasIncident: false },
    { elementId: 'work', elementName: 'work', type: 'SERVICE_TASK', state: 'ACTIVE', hasIncident: true },
  ]);
  const { elementInstanceKey } = items[1]!;
  expect(await client.getElementInstance({ elementInstanceKey }, fresh)).toEqual(items[1]);
  await expect(client.getElementInstance({ elementInstanceKey: '4711' as never }, fresh)).rejects.toMatchObject({
    status: 404,
  });
});

test('should show incidents, by themselves and by what they are within', async () => {
  // given
  const { processInstanceKey } = await createStuck();
  const filter = { processInstanceKey };

  // when
  const { items } = await client.searchIncidents({ filter }, fresh);

  // then
  expect(items).toMatchObject([{ elementId: 'work', errorType: 'EXTRACT_VALUE_ERROR', state: 'ACTIVE', jobKey: null }]);
  const [incident] = items;
  const { elementInstanceKey, incidentKey } = incident!;
  expect(await client.getIncident({ incidentKey }, fresh)).toEqual(incident);
  expect((await client.searchProcessInstanceIncidents({ processInstanceKey }, fresh)).items).toEqual(items);
  expect((await client.searchElementInstanceIncidents({ elementInstanceKey }, fresh)).items).toEqual(items);
  await expect(
    client.searchProcessInstanceIncidents({ processInstanceKey: '4711' as never }, fresh),
  ).rejects.toMatchObject({ status: 404 });
});

test('should count elements and tell the flows that were taken', async () => {
  // given
  const { processInstanceKey, processDefinitionKey } = await createStuck();

  // when
  const ofInstance = await client.getProcessInstanceStatistics({ processInstanceKey }, fresh);
  const ofDefinition = await client.getProcessDefinitionStatistics(
    { processDefinitionKey, filter: { processInstanceKey } },
    fresh,
  );
  const flows = await client.getProcessInstanceSequenceFlows({ processInstanceKey }, fresh);

  // then
  expect(ofInstance.items).toEqual([
    { elementId: 'start', active: 0, canceled: 0, incidents: 0, completed: 1 },
    { elementId: 'work', active: 0, canceled: 0, incidents: 1, completed: 0 },
  ]);
  expect(ofDefinition).toEqual(ofInstance);
  expect(flows.items).toMatchObject([{ elementId: 'on', processInstanceKey, processDefinitionKey }]);
});

test('should answer what came with 8.10 as well', async () => {
  // given
  const { processInstanceKey, processDefinitionKey } = await createStuck();
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${server.rest}/v2${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return [answer.status, await answer.json()];
  };

  // then
  const waiting = await post('/element-instances/wait-states/search', { filter: { processInstanceKey } });
  expect(waiting).toMatchObject([200, { items: [], page: { totalItems: 0 } }]);
  const statistics = await fetch(`${server.rest}/v2/process-instances/${processInstanceKey}/statistics/wait-states`);
  expect(await statistics.json()).toEqual({ items: [] });
  const names = await post(`/process-definitions/${processDefinitionKey}/variable-names/search`, {});
  expect(names).toMatchObject([200, { items: [] }]);
});

/** Definitions and what their instances do, in numbers, through the official client with its strictest checks. */
import createCamundaClient, { type CamundaClient } from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const fresh = { consistency: { waitUpToMs: 0 } };
const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
  <bpmn:process id="stuck" isExecutable="true">
    <bpmn:startEvent id="start"/>
    <bpmn:sequenceFlow id="on" sourceRef="start" targetRef="work"/>
    <bpmn:serviceTask id="work"><bpmn:extensionElements><zeebe:taskDefinition type="=missing"/></bpmn:extensionElements></bpmn:serviceTask>
  </bpmn:process>
</bpmn:definitions>`;

let server: ServerProcess;
let client: CamundaClient;
let processDefinitionKey: Parameters<CamundaClient['getProcessDefinitionXml']>[0]['processDefinitionKey'];

beforeAll(async () => {
  server = await startServerProcess();
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
  const deployment = await client.createDeployment({ resources: [new File([xml], 'stuck.bpmn')] });
  processDefinitionKey = deployment.processes[0]!.processDefinitionKey;
});

afterAll(() => server?.stop());

test('should count instances by process, version and error', async () => {
  // given
  const { processInstanceKey } = await client.createProcessInstance({ processDefinitionKey });

  // when
  const byProcess = await client.getProcessDefinitionInstanceStatistics({ page: { from: 0, limit: 10 } }, fresh);
  const byVersion = await client.getProcessDefinitionInstanceVersionStatistics(
    { filter: { processDefinitionId: 'stuck' as never } },
    fresh,
  );
  const byError = await client.getProcessInstanceStatisticsByError(
    { sort: [{ field: 'activeInstancesWithErrorCount', order: 'DESC' }] },
    fresh,
  );
  const { errorHashCode } = byError.items[0]!;
  const byDefinition = await client.getProcessInstanceStatisticsByDefinition({ filter: { errorHashCode } }, fresh);

  // then
  expect(byProcess.items).toMatchObject([{ processDefinitionId: 'stuck', activeInstancesWithIncidentCount: 1 }]);
  expect(byVersion.items).toMatchObject([{ processDefinitionVersion: 1, activeInstancesWithIncidentCount: 1 }]);
  expect(byError.items).toMatchObject([
    { errorMessage: expect.stringContaining('missing'), activeInstancesWithErrorCount: 1 },
  ]);
  expect(byDefinition.items).toMatchObject([{ processDefinitionKey, activeInstancesWithErrorCount: 1 }]);
  expect(await client.getProcessInstanceCallHierarchy({ processInstanceKey }, fresh)).toEqual([
    { processInstanceKey, processDefinitionKey, processDefinitionName: 'stuck' },
  ]);
});

test('should give the file of a definition as it was deployed', async () => {
  // when
  const found = await client.getProcessDefinitionXml({ processDefinitionKey }, fresh);

  // then
  expect(found).toBe(xml);
  const answer = await fetch(`${server.rest}/v2/process-definitions/${processDefinitionKey}/xml`);
  expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
});

test('should refuse statistics without what they are about', async () => {
  // when
  const answer = await fetch(`${server.rest}/v2/incidents/statistics/process-instances-by-definition`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"filter": {}}',
  });

  // then
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ detail: 'No filter.errorHashCode provided.' });
});

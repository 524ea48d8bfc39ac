/** What the server forgets by itself and on demand, through the official client. */
import createCamundaClient, {
  type CamundaClient,
  DecisionDefinitionId,
  ProcessDefinitionId,
  type ProcessInstanceKey,
} from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const fresh = { consistency: { waitUpToMs: 0 } };
const processDefinitionId = ProcessDefinitionId.assumeExists('message-wait');

let server: ServerProcess;
let client: CamundaClient;

beforeAll(async () => {
  server = await startServerProcess({ flags: ['--history-ttl', 'PT2S'] });
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
  await client.deployResourcesFromFiles([processFiles.messageWait]);
});

afterAll(() => server?.stop());

async function createEnded(): Promise<ProcessInstanceKey> {
  const { processInstanceKey } = await client.createProcessInstance({
    processDefinitionId,
    variables: { parcelId: 'p' },
  });
  await client.cancelProcessInstance({ processInstanceKey });
  return processInstanceKey;
}

test('should not find what a client has deleted, in the very next search', async () => {
  // given
  const processInstanceKey = await createEnded();

  // when
  await client.deleteProcessInstance({ processInstanceKey });

  // then
  const { items } = await client.searchProcessInstances({ filter: { processInstanceKey } }, fresh);
  expect(items).toEqual([]);
  await expect(client.deleteProcessInstance({ processInstanceKey })).rejects.toMatchObject({ status: 404 });
});

test('should refuse to delete what still runs', async () => {
  const { processInstanceKey } = await client.createProcessInstance({
    processDefinitionId,
    variables: { parcelId: 'q' },
  });
  await expect(client.deleteProcessInstance({ processInstanceKey })).rejects.toMatchObject({ status: 409 });
});

test('should not find an evaluation of a decision that a client has deleted', async () => {
  // given
  const model = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="answers" name="answers" namespace="n">
    <decision id="answer" name="Answer"><literalExpression id="e"><text>42</text></literalExpression></decision>
  </definitions>`;
  await client.createDeployment({ resources: [new File([model], 'answer.dmn')] });
  const { decisionEvaluationKey } = await client.evaluateDecision({
    decisionDefinitionId: DecisionDefinitionId.assumeExists('answer'),
    variables: {},
  });
  const filter = { decisionEvaluationKey };
  expect((await client.searchDecisionInstances({ filter }, fresh)).items).toHaveLength(1);

  // when
  await client.deleteDecisionInstance({ decisionEvaluationKey });

  // then
  expect((await client.searchDecisionInstances({ filter }, fresh)).items).toEqual([]);
  await expect(client.deleteDecisionInstance({ decisionEvaluationKey })).rejects.toMatchObject({ status: 404 });
});

test('should not find a process any more that was deleted with its history', async () => {
  // given
  const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
    <bpmn:process id="brief" isExecutable="true"><bpmn:startEvent id="s"/></bpmn:process></bpmn:definitions>`;
  const { processes } = await client.createDeployment({ resources: [new File([xml], 'brief.bpmn')] });
  const { processDefinitionKey } = processes[0]!;
  await client.createProcessInstance({ processDefinitionKey });
  const filter = { processDefinitionKey };
  expect((await client.searchProcessInstances({ filter }, fresh)).items).toMatchObject([{ state: 'COMPLETED' }]);

  // when
  await client.deleteResource({ resourceKey: processDefinitionKey, deleteHistory: true });

  // then
  expect((await client.searchProcessInstances({ filter }, fresh)).items).toEqual([]);
  expect((await client.searchProcessDefinitions({ filter }, fresh)).items).toEqual([]);
});

test('should forget ended instances when their time has come', { timeout: 20_000 }, async () => {
  // given
  const processInstanceKey = await createEnded();
  expect((await client.getProcessInstance({ processInstanceKey }, fresh)).state).toBe('TERMINATED');

  // then
  await expect
    .poll(() => client.searchVariables({ filter: { processInstanceKey } }, fresh), { timeout: 15_000, interval: 500 })
    .toMatchObject({ items: [] });
  await expect(client.getProcessInstance({ processInstanceKey }, fresh)).rejects.toMatchObject({ status: 404 });
  await expect
    .poll(() => fetch(`${server.management}/actuator/prometheus`).then((answer) => answer.text()))
    .toMatch(/^waggle_retention_removed_process_instances_total 3$/m);
});

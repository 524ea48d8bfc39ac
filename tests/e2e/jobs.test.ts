/** Jobs and their statistics through the official client with its strictest checks. */
import createCamundaClient, { type CamundaClient } from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const fresh = { consistency: { waitUpToMs: 0 } };

let server: ServerProcess;
let client: CamundaClient;
let times: { from: string; to: string };

beforeAll(async () => {
  server = await startServerProcess();
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
  const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
    <bpmn:process id="job" isExecutable="true">
      <bpmn:startEvent id="start"/>
      <bpmn:sequenceFlow id="on" sourceRef="start" targetRef="work"/>
      <bpmn:serviceTask id="work"><bpmn:extensionElements><zeebe:taskDefinition type="work" retries="2"/></bpmn:extensionElements></bpmn:serviceTask>
    </bpmn:process>
  </bpmn:definitions>`;
  const { processes } = await client.createDeployment({ resources: [new File([xml], 'job.bpmn')] });
  const { processDefinitionKey } = processes[0]!;
  await client.createProcessInstance({ processDefinitionKey });
  await client.createProcessInstance({ processDefinitionKey });
  const { jobs } = await client.activateJobs({
    type: 'work',
    worker: 'tester',
    timeout: 60_000,
    maxJobsToActivate: 2,
  });
  const [first, second] = jobs;
  await client.failJob({ jobKey: first!.jobKey, retries: 1, errorMessage: 'No paper' });
  await client.completeJob({ jobKey: second!.jobKey });
  times = { from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date(Date.now() + 3_600_000).toISOString() };
});

afterAll(() => server?.stop());

test('should show jobs', async () => {
  // when
  const { items } = await client.searchJobs({ filter: { type: 'work' }, sort: [{ field: 'state' }] }, fresh);

  // then
  expect(items).toMatchObject([
    { state: 'COMPLETED', worker: 'tester', retries: 2 },
    { state: 'FAILED', worker: 'tester', retries: 1, errorMessage: 'No paper', hasFailedWithRetriesLeft: true },
  ]);
});

test('should count what happened to jobs', async () => {
  // when
  const global = await client.getGlobalJobStatistics(times, fresh);
  const byType = await client.getJobTypeStatistics({ filter: times }, fresh);
  const byWorker = await client.getJobWorkerStatistics({ filter: { ...times, jobType: 'work' } }, fresh);
  const byTime = await client.getJobTimeSeriesStatistics(
    { filter: { ...times, jobType: 'work', resolution: 'PT24H' } },
    fresh,
  );
  const errors = await client.getJobErrorStatistics({ filter: { ...times, jobType: 'work' } }, fresh);

  // then
  expect(global).toMatchObject({ created: { count: 2 }, completed: { count: 1 }, failed: { count: 1 } });
  expect(byType.items).toMatchObject([{ jobType: 'work', created: { count: 2 }, workers: 1 }]);
  expect(byWorker.items).toMatchObject([{ worker: 'tester', completed: { count: 1 }, failed: { count: 1 } }]);
  expect(byTime.items.length).toBeGreaterThan(0);
  expect(errors.items).toEqual([{ errorCode: '', errorMessage: 'No paper', workers: 1 }]);
});

test('should say which time statistics want', async () => {
  // when
  const answer = await fetch(`${server.rest}/v2/jobs/statistics/global?from=${times.from}`);

  // then
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ title: 'INVALID_ARGUMENT', detail: 'No to provided.' });
});

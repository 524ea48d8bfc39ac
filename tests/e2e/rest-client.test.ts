/** The official REST client, unmodified, with its strictest checks of requests and answers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createCamundaClient, {
  type CamundaClient,
  ElementInstanceKey,
  IncidentKey,
  ProcessDefinitionId,
  ProcessInstanceKey,
} from '@camunda8/orchestration-cluster-api';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { untilExported } from '../exported-records.ts';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const oneTask = ProcessDefinitionId.assumeExists('one-task');
const messageWait = ProcessDefinitionId.assumeExists('message-wait');
const errorPath = ProcessDefinitionId.assumeExists('error-path');

let folder = '';
let recordsFile = '';
let server: ServerProcess;
let client: CamundaClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-rest-'));
  recordsFile = join(folder, 'records.jsonl');
  server = await startServerProcess({ flags: ['--exporter', `json-lines=${recordsFile}`] });
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
  await client.deployResourcesFromFiles([processFiles.oneTask, processFiles.messageWait, processFiles.errorPath]);
});

afterEach(() => client.stopAllWorkers());

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('should deploy several files at once and keep the version of an unchanged one', async () => {
  // when
  const deployment = await client.deployResourcesFromFiles([processFiles.oneTask, processFiles.messageWait]);

  // then
  expect(
    deployment.processes.map((process) => [process.processDefinitionId, process.processDefinitionVersion]),
  ).toEqual([
    ['one-task', 1],
    ['message-wait', 1],
  ]);
});

test('should tell topology, license and status', async () => {
  const topology = await client.getTopology();
  expect(topology.partitionsCount).toBe(1);
  expect(topology.brokers[0]?.partitions[0]).toMatchObject({ partitionId: 1, role: 'leader', health: 'healthy' });
  expect((await client.getLicense()).isCommercial).toBe(false);
  await client.getStatus();
});

test('should give the result of an instance that a job worker completes', async () => {
  // given
  client.createJobWorker({
    jobType: 'one-task-job',
    maxParallelJobs: 5,
    jobTimeoutMs: 10_000,
    jobHandler: (job) => job.complete({ doubled: Number(job.variables.amount) * 2 }),
  });

  // when
  const result = await client.createProcessInstance({
    processDefinitionId: oneTask,
    variables: { amount: 21 },
    awaitCompletion: true,
  });

  // then
  expect(result.variables).toEqual({ amount: 21, doubled: 42 });
});

test('should correlate a message that was published before the instance waits', async () => {
  // given
  await client.publishMessage({
    name: 'parcel-arrived',
    correlationKey: 'parcel-1',
    timeToLive: 60_000,
    variables: { weight: 3 },
  });

  // when
  const result = await client.createProcessInstance({
    processDefinitionId: messageWait,
    variables: { parcelId: 'parcel-1' },
    awaitCompletion: true,
  });

  // then
  expect(result.variables).toEqual({ parcelId: 'parcel-1', weight: 3 });
});

test('should correlate a message to the instance that waits and name it', async () => {
  // given
  const instance = await client.createProcessInstance({
    processDefinitionId: messageWait,
    variables: { parcelId: 'parcel-2' },
  });

  // when
  const correlation = await client.correlateMessage({ name: 'parcel-arrived', correlationKey: 'parcel-2' });

  // then
  expect(correlation.processInstanceKey).toBe(instance.processInstanceKey);
});

test('should refuse to correlate a message nobody waits for', async () => {
  await expect(client.correlateMessage({ name: 'parcel-arrived', correlationKey: 'nobody' })).rejects.toMatchObject({
    status: 404,
  });
});

test('should raise an incident when no retries are left and go on after it is resolved', async () => {
  // given an instance whose job fails for good
  const instance = await client.createProcessInstance({ processDefinitionId: errorPath, variables: { order: 1 } });
  const { jobs } = await client.activateJobs({ type: 'error-path-job', timeout: 60_000, maxJobsToActivate: 1 });
  const [job] = jobs;
  if (job === undefined) throw new Error('Expected a job, but there is none.');
  await client.failJob({ jobKey: job.jobKey, retries: 0, errorMessage: 'no connection' });
  const incident = await untilExported(
    recordsFile,
    ({ valueType, intent, value }) =>
      valueType === 'INCIDENT' && intent === 'CREATED' && value.processInstanceKey === instance.processInstanceKey,
  );
  expect(incident.value).toMatchObject({ errorType: 'JOB_NO_RETRIES', errorMessage: 'no connection' });

  // when it is given a retry and resolved
  await client.updateJob({ jobKey: job.jobKey, changeset: { retries: 1 } });
  await client.resolveIncident({ incidentKey: IncidentKey.assumeExists(incident.key) });

  // then the job comes again and can be completed
  client.createJobWorker({
    jobType: 'error-path-job',
    maxParallelJobs: 1,
    jobTimeoutMs: 10_000,
    jobHandler: (again) => again.complete({}),
  });
  await untilExported(recordsFile, isCompleted(instance.processInstanceKey));
});

test('should throw a BPMN error that the boundary event catches', async () => {
  // given
  client.createJobWorker({
    jobType: 'error-path-job',
    maxParallelJobs: 1,
    jobTimeoutMs: 10_000,
    jobHandler: (job) => job.error({ errorCode: 'REFUSED', errorMessage: 'not today' }),
  });

  // when
  const result = await client.createProcessInstance({
    processDefinitionId: errorPath,
    variables: {},
    awaitCompletion: true,
  });

  // then
  expect(result.variables).toEqual({ outcome: 'refused' });
});

test('should set variables that a later job sees', async () => {
  // given
  const instance = await client.createProcessInstance({ processDefinitionId: oneTask, variables: { colour: 'red' } });

  // when
  await client.createElementInstanceVariables({
    elementInstanceKey: ElementInstanceKey.assumeExists(instance.processInstanceKey),
    variables: { colour: 'blue', size: 2 },
  });

  // then
  const { jobs } = await client.activateJobs({ type: 'one-task-job', timeout: 60_000, maxJobsToActivate: 10 });
  const job = jobs.find((one) => one.processInstanceKey === instance.processInstanceKey);
  expect(job?.variables).toEqual({ colour: 'blue', size: 2 });
});

test('should cancel an instance and refuse to cancel it again', async () => {
  // given
  const { processInstanceKey } = await client.createProcessInstance({
    processDefinitionId: messageWait,
    variables: { parcelId: 'parcel-3' },
  });

  // when
  await client.cancelProcessInstance({ processInstanceKey });

  // then
  await expect(client.cancelProcessInstance({ processInstanceKey })).rejects.toMatchObject({ status: 404 });
});

test('should refuse an unknown process with a problem detail', async () => {
  await expect(
    client.createProcessInstance({ processDefinitionId: ProcessDefinitionId.assumeExists('nowhere'), variables: {} }),
  ).rejects.toMatchObject({ status: 404 });
  await expect(
    client.cancelProcessInstance({ processInstanceKey: ProcessInstanceKey.assumeExists('2251799813685248') }),
  ).rejects.toMatchObject({ status: 404 });
});

function isCompleted(processInstanceKey: string) {
  return (record: { valueType: string; intent: string; key: string }): boolean =>
    record.valueType === 'PROCESS_INSTANCE' &&
    record.intent === 'ELEMENT_COMPLETED' &&
    record.key === processInstanceKey;
}

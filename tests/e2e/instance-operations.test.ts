/** Operations on running instances, through the official clients: the strict one over REST, the SDK over gRPC. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createCamundaClient, {
  type CamundaClient,
  ElementId,
  ElementInstanceKey,
  FormKey,
  GlobalListenerId,
  ProcessDefinitionId,
  type ProcessInstanceKey,
  UserTaskKey,
} from '@camunda8/orchestration-cluster-api';
import { Camunda8 } from '@camunda8/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExportedRecord, untilExported } from '../exported-records.ts';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

type GrpcClient = ReturnType<Camunda8['getZeebeGrpcApiClient']>;
type Deployment = Awaited<ReturnType<CamundaClient['deployResourcesFromFiles']>>;

let folder = '';
let recordsFile = '';
let server: ServerProcess;
let client: CamundaClient;
let grpc: GrpcClient;
let deployment: Deployment;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-operations-'));
  recordsFile = join(folder, 'records.jsonl');
  server = await startServerProcess({ flags: ['--partitions', '2', '--exporter', `json-lines=${recordsFile}`] });
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
  grpc = new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://${server.grpc}`,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
    zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
  }).getZeebeGrpcApiClient();
  const {
    oneTask: _oneTask,
    messageWait: _messageWait,
    errorPath: _errorPath,
    orderFulfilment: _order,
    ...files
  } = processFiles;
  deployment = await client.deployResourcesFromFiles(Object.values(files));
});

afterAll(async () => {
  await grpc?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(processDefinitionId: string): Promise<ProcessInstanceKey> {
  const id = ProcessDefinitionId.assumeExists(processDefinitionId);
  return (await client.createProcessInstance({ processDefinitionId: id, variables: {} })).processInstanceKey;
}

/** Waits for a record of an instance. */
function recordOf(instanceKey: string, valueType: string, intent: string, elementId?: string): Promise<ExportedRecord> {
  return untilExported(
    recordsFile,
    (record) =>
      record.valueType === valueType &&
      record.intent === intent &&
      record.value.processInstanceKey === instanceKey &&
      (elementId === undefined || record.value.elementId === elementId),
  );
}

async function jobOf(type: string, instanceKey: string) {
  const { jobs } = await client.activateJobs({ type, timeout: 60_000, maxJobsToActivate: 10, requestTimeout: 5_000 });
  const job = jobs.find((one) => one.processInstanceKey === instanceKey);
  if (job === undefined) throw new Error(`Expected a job of type ${type} for ${instanceKey}, but there is none.`);
  return job;
}

/** For operations that are younger than the client. */
async function post(path: string, body: object = {}): Promise<{ readonly status: number; readonly json: unknown }> {
  const response = await fetch(server.rest + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? undefined : JSON.parse(text) };
}

function definitionKey(id: string) {
  return deployment.processes.find((one) => one.processDefinitionId === id)!.processDefinitionKey;
}

test('should claim, change and complete a user task with a form, its listener asked', async () => {
  // given
  const instance = await start('user-task');
  const created = await recordOf(instance, 'USER_TASK', 'CREATED');
  const userTaskKey = UserTaskKey.assumeExists(created.key);
  const [form] = deployment.forms;
  expect(created.value).toMatchObject({ formKey: form!.formKey, candidateGroupsList: ['clerks'] });

  // when somebody takes it, and another one comes too late
  await client.assignUserTask({ userTaskKey, assignee: 'ada', allowOverride: false });
  const late = client.assignUserTask({ userTaskKey, assignee: 'bob', allowOverride: false });
  await expect(late).rejects.toMatchObject({ status: 409 });
  await client.updateUserTask({ userTaskKey, changeset: { priority: 80, candidateGroups: [] } });

  // and a listener denies the first completion
  const denied = client.completeUserTask({ userTaskKey, variables: { approved: false } });
  const job = await jobOf('check-approval', instance);
  expect(job).toMatchObject({
    kind: 'TASK_LISTENER',
    listenerEventType: 'COMPLETING',
    userTask: {
      userTaskKey,
      assignee: 'ada',
      action: 'complete',
      priority: 80,
      formKey: FormKey.assumeExists(form!.formKey),
    },
  });
  await client.completeJob({
    jobKey: job.jobKey,
    result: { type: 'userTask', denied: true, deniedReason: 'think twice' },
  });
  await expect(denied).rejects.toMatchObject({ status: 409, detail: expect.stringContaining('think twice') });

  // then the second one goes through
  const completion = client.completeUserTask({ userTaskKey, variables: { approved: true } });
  await client.completeJob({ jobKey: (await jobOf('check-approval', instance)).jobKey });
  await completion;
  await recordOf(instance, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'user-task');
});

test('should run a listener of all user tasks until it is removed', async () => {
  // given
  const id = GlobalListenerId.assumeExists('audit');
  await client.createGlobalTaskListener({ id, type: 'audit-job', eventTypes: ['assigning'] });
  const instance = await start('user-task');
  const { key } = await recordOf(instance, 'USER_TASK', 'CREATED');
  const userTaskKey = UserTaskKey.assumeExists(key);

  // when
  const assignment = client.assignUserTask({ userTaskKey, assignee: 'ada' });
  const job = await jobOf('audit-job', instance);
  const corrections = { assignee: 'bob' };
  await client.completeJob({ jobKey: job.jobKey, result: { type: 'userTask', denied: false, corrections } });
  await assignment;

  // then
  expect((await recordOf(instance, 'USER_TASK', 'ASSIGNED')).value).toMatchObject({ assignee: 'bob' });
  await client.deleteGlobalTaskListener({ id });
  await client.unassignUserTask({ userTaskKey });
});

test('should start elements of an ad-hoc sub-process by hand', async () => {
  // given
  const instance = await start('ad-hoc');
  const { key } = await recordOf(instance, 'PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', 'choice');

  // when
  await client.activateAdHocSubProcessActivities({
    adHocSubProcessInstanceKey: ElementInstanceKey.assumeExists(key),
    elements: [{ elementId: ElementId.assumeExists('write-letter'), variables: { pages: 2 } }],
  });

  // then
  const job = await jobOf('write-letter-job', instance);
  expect(job.variables).toMatchObject({ pages: 2 });
  await client.completeJob({ jobKey: job.jobKey });
  await recordOf(instance, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'ad-hoc');
});

test('should let a job choose the elements of an ad-hoc sub-process and end it', async () => {
  // given
  const instance = await start('ad-hoc-job');
  const choosing = await jobOf('choose-job', instance);
  expect(choosing.kind).toBe('AD_HOC_SUB_PROCESS');

  // when
  await client.completeJob({
    jobKey: choosing.jobKey,
    result: {
      type: 'adHocSubProcess',
      activateElements: [{ elementId: ElementId.assumeExists('call-customer'), variables: { phone: '030' } }],
    },
  });
  const call = await jobOf('call-customer-job', instance);
  await client.completeJob({ jobKey: call.jobKey });
  await client.completeJob({
    jobKey: (await jobOf('choose-job', instance)).jobKey,
    result: { type: 'adHocSubProcess', isCompletionConditionFulfilled: true },
  });

  // then
  expect(call.variables).toMatchObject({ phone: '030' });
  await recordOf(instance, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'ad-hoc-job');
});

test('should reach with a signal instances on all partitions', async () => {
  // given
  const instances = [await start('signal-wait'), await start('signal-wait')];
  for (const instance of instances) await recordOf(instance, 'SIGNAL_SUBSCRIPTION', 'CREATED');

  // when
  await client.broadcastSignal({ signalName: 'alarm', variables: { level: 3 } });

  // then
  for (const instance of instances) await recordOf(instance, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'signal-wait');
});

test('should move an instance to another task by hand', async () => {
  // given
  const instance = await start('two-tasks');
  await recordOf(instance, 'JOB', 'CREATED', 'first');

  // when
  await client.modifyProcessInstance({
    processInstanceKey: instance,
    moveInstructions: [
      {
        sourceElementInstruction: { sourceType: 'byId', sourceElementId: ElementId.assumeExists('first') },
        targetElementId: ElementId.assumeExists('second'),
        variableInstructions: [{ variables: { skipped: true } }],
      },
    ],
  });

  // then
  const job = await jobOf('second-job', instance);
  expect(job.variables).toEqual({ skipped: true });
  await client.completeJob({ jobKey: job.jobKey });
  await recordOf(instance, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'two-tasks');
});

test('should refuse a modification that names no element', async () => {
  const instance = await start('two-tasks');
  const modified = grpc.modifyProcessInstance({
    processInstanceKey: instance,
    activateInstructions: [{ elementId: 'nowhere', ancestorElementInstanceKey: '-1', variableInstructions: [] }],
  });
  await expect(modified).rejects.toMatchObject({ code: 3, details: expect.stringContaining('nowhere') });
});

test('should migrate an instance, its open job with it', async () => {
  // given
  const instance = await start('two-tasks');
  const open = await recordOf(instance, 'JOB', 'CREATED', 'first');

  // when
  await grpc.migrateProcessInstance({
    processInstanceKey: instance,
    migrationPlan: {
      targetProcessDefinitionKey: definitionKey('two-tasks-renamed'),
      mappingInstructions: [{ sourceElementId: 'first', targetElementId: 'begin' }],
    },
  });

  // then the job is the same one, and the way behind it the new one
  const job = await jobOf('first-job', instance);
  expect(job).toMatchObject({ jobKey: open.key, elementId: 'begin', processDefinitionId: 'two-tasks-renamed' });
  await client.completeJob({ jobKey: job.jobKey });
  await client.completeJob({ jobKey: (await jobOf('finish-job', instance)).jobKey });
  await recordOf(instance, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'two-tasks-renamed');
});

test('should evaluate an expression with cluster variables and those of a scope', async () => {
  // given
  const instance = await start('two-tasks');
  const scope = ElementInstanceKey.assumeExists(instance);
  await client.createElementInstanceVariables({ elementInstanceKey: scope, variables: { amount: 7 } });
  await client.createGlobalClusterVariable({ name: 'limit', value: { max: 5 } });

  // when
  const answer = await post('/v2/expression/evaluation', {
    expression: '=amount > camunda.vars.cluster.limit.max',
    scopeKey: instance,
  });

  // then
  expect(answer.json).toMatchObject({ result: true, warnings: [] });
});

test('should terminate an instance after the element its creator named', async () => {
  // given
  const { processInstanceKey } = await client.createProcessInstance({
    processDefinitionId: ProcessDefinitionId.assumeExists('two-tasks'),
    runtimeInstructions: [{ type: 'TERMINATE_PROCESS_INSTANCE', afterElementId: ElementId.assumeExists('first') }],
  });

  // when
  await client.completeJob({ jobKey: (await jobOf('first-job', processInstanceKey)).jobKey });

  // then
  await recordOf(processInstanceKey, 'PROCESS_INSTANCE', 'ELEMENT_TERMINATED', 'two-tasks');
});

test('should hand out no jobs of a suspended instance until it is resumed', async () => {
  // given
  const instance = await start('two-tasks');
  expect(await post(`/v2/process-instances/${instance}/suspension`)).toMatchObject({ status: 204 });

  // when
  const { jobs } = await client.activateJobs({
    type: 'first-job',
    timeout: 60_000,
    maxJobsToActivate: 100,
    requestTimeout: -1,
  });
  expect(await post(`/v2/process-instances/${instance}/resumption`)).toMatchObject({ status: 204 });

  // then
  expect(jobs.map(({ processInstanceKey }) => processInstanceKey)).not.toContain(instance);
  await jobOf('first-job', instance);
});

test('should let only the worker that leases a job complete it', async () => {
  // given
  const instance = await start('two-tasks');
  const activation = { type: 'first-job', timeout: 60_000, maxJobsToActivate: 100, withLease: true };
  const { json } = await post('/v2/jobs/activation', activation);
  const { jobs } = json as {
    jobs: { readonly jobKey: string; readonly leaseToken: string; readonly processInstanceKey: string }[];
  };
  const { jobKey, leaseToken } = jobs.find(({ processInstanceKey }) => processInstanceKey === instance)!;

  // when
  const stranger = await post(`/v2/jobs/${jobKey}/completion`);
  const holder = await post(`/v2/jobs/${jobKey}/completion`, { leaseToken });

  // then
  expect([stranger, holder]).toMatchObject([{ status: 409, json: { title: 'INVALID_STATE' } }, { status: 204 }]);
});

test('should start what a condition asks for', async () => {
  const cold = await client.evaluateConditionals({ variables: { temperature: 12 } });
  const hot = await client.evaluateConditionals({ variables: { temperature: 31 } });

  expect(cold.processInstances).toEqual([]);
  expect(hot.processInstances).toMatchObject([{ processDefinitionKey: definitionKey('conditional-start') }]);
  await recordOf(hot.processInstances[0]!.processInstanceKey, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'end');
});

test('should cancel many instances on all partitions in one batch operation', async () => {
  // given
  const instances = [await start('two-tasks'), await start('two-tasks'), await start('two-tasks')];
  for (const instance of instances) await recordOf(instance, 'JOB', 'CREATED', 'first');

  // when
  const { batchOperationKey, batchOperationType } = await client.cancelProcessInstancesBatchOperation({
    filter: { processInstanceKey: { $in: instances } },
  });

  // then
  expect(batchOperationType).toBe('CANCEL_PROCESS_INSTANCE');
  for (const instance of instances) await recordOf(instance, 'PROCESS_INSTANCE', 'ELEMENT_TERMINATED', 'two-tasks');
  await untilExported(
    recordsFile,
    ({ valueType, intent, value }) =>
      valueType === 'BATCH_OPERATION_LIFECYCLE_MANAGEMENT' &&
      intent === 'COMPLETED' &&
      value.batchOperationKey === batchOperationKey,
  );
  await expect(client.suspendBatchOperation({ batchOperationKey })).rejects.toMatchObject({
    status: expect.toBeOneOf([404, 409]),
  });
});

test('should fire a timer when the clock is pinned behind it', async () => {
  // given
  const instance = await start('timer-wait');
  const timer = await recordOf(instance, 'TIMER', 'CREATED');

  // when
  await client.pinClock({ timestamp: Number(timer.value.dueDate) + 1 });

  // then
  try {
    await recordOf(instance, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'timer-wait');
  } finally {
    await client.resetClock();
  }
});

test('should delete a process nobody uses, and refuse to start it from then on', async () => {
  // given
  const processDefinitionKey = definitionKey('signal-wait');

  // when
  const deleted = await client.deleteResource({ resourceKey: processDefinitionKey });

  // then
  expect(deleted.resourceKey).toBe(processDefinitionKey);
  await expect(client.createProcessInstance({ processDefinitionKey, variables: {} })).rejects.toMatchObject({
    status: 404,
  });
});

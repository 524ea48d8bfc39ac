/** The official client over gRPC, unmodified. */
import { Camunda8 } from '@camunda8/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

type Client = ReturnType<Camunda8['getZeebeGrpcApiClient']>;

let server: ServerProcess;
let client: Client;

beforeAll(async () => {
  server = await startServerProcess();
  client = connect();
  await client.deployResources([
    { processFilename: processFiles.oneTask },
    { processFilename: processFiles.messageWait },
    { processFilename: processFiles.errorPath },
  ]);
});

afterAll(async () => {
  await client?.close();
  await server?.stop();
});

function connect(): Client {
  return new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://${server.grpc}`,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
    zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
  }).getZeebeGrpcApiClient();
}

/** Runs with a client of its own, closed at the end: so its workers do not take the jobs of other tests. */
async function withWorkers(use: (workers: Client) => Promise<void>): Promise<void> {
  const workers = connect();
  try {
    await use(workers);
  } finally {
    await workers.close();
  }
}

test('should deploy and keep the version of an unchanged file', async () => {
  const { deployments } = await client.deployResource({ processFilename: processFiles.oneTask });
  expect(deployments[0]?.process).toMatchObject({ bpmnProcessId: 'one-task', version: 1 });
});

test('should tell the topology', async () => {
  const topology = await client.topology();
  expect(topology).toMatchObject({ clusterSize: 1, partitionsCount: 1, replicationFactor: 1 });
  expect(topology.brokers[0]?.partitions[0]).toMatchObject({ partitionId: 1, role: 'LEADER' });
});

test('should give the result of an instance that a polling worker completes', async () => {
  await withWorkers(async (workers) => {
    // given
    workers.createWorker({
      taskType: 'one-task-job',
      taskHandler: (job) => job.complete({ doubled: Number(job.variables.amount) * 2 }),
    });

    // when
    const result = await client.createProcessInstanceWithResult({
      bpmnProcessId: 'one-task',
      variables: { amount: 21 },
    });

    // then
    expect(result.variables).toEqual({ amount: 21, doubled: 42 });
  });
});

test('should push jobs down a stream, those that were waiting and those that come', async () => {
  await withWorkers(async (workers) => {
    // given one that waits already
    const seen = new Set<string>();
    const early = await client.createProcessInstance({ bpmnProcessId: 'one-task', variables: {} });

    // when
    await workers.streamJobs({
      type: 'one-task-job',
      worker: 'streamer',
      timeout: 10_000,
      tenantIds: ['<default>'],
      taskHandler: async (job) => {
        seen.add(job.processInstanceKey);
        return job.complete({});
      },
    });
    const late = await client.createProcessInstance({ bpmnProcessId: 'one-task', variables: {} });

    // then
    await expect
      .poll(() => [...seen].sort(), { timeout: 20_000 })
      .toEqual([early.processInstanceKey, late.processInstanceKey].sort());
  });
});

test('should publish a message that is kept until an instance waits for it', async () => {
  // given
  await client.publishMessage({
    name: 'parcel-arrived',
    correlationKey: 'parcel-1',
    timeToLive: 60_000,
    variables: { weight: 3 },
  });

  // when
  const result = await client.createProcessInstanceWithResult({
    bpmnProcessId: 'message-wait',
    variables: { parcelId: 'parcel-1' },
  });

  // then
  expect(result.variables).toEqual({ parcelId: 'parcel-1', weight: 3 });
});

test('should retry a failed job and catch a thrown error', async () => {
  await withWorkers(async (workers) => {
    // given a worker that fails first and throws then
    let tries = 0;
    workers.createWorker({
      taskType: 'error-path-job',
      taskHandler: (job) => {
        tries += 1;
        return tries === 1 ? job.fail('no connection', job.retries - 1) : job.error('REFUSED', 'not today');
      },
    });

    // when
    const result = await client.createProcessInstanceWithResult({ bpmnProcessId: 'error-path', variables: {} });

    // then
    expect(tries).toBe(2);
    expect(result.variables).toEqual({ outcome: 'refused' });
  });
});

test('should set variables, cancel and refuse what does not exist', async () => {
  const { processInstanceKey } = await client.createProcessInstance({
    bpmnProcessId: 'message-wait',
    variables: { parcelId: 'parcel-2' },
  });
  await client.setVariables({ elementInstanceKey: processInstanceKey, variables: { colour: 'blue' }, local: false });
  await client.cancelProcessInstance(processInstanceKey);
  // 5 = NOT_FOUND
  await expect(client.cancelProcessInstance(processInstanceKey)).rejects.toMatchObject({ code: 5 });
  await expect(client.createProcessInstance({ bpmnProcessId: 'nowhere', variables: {} })).rejects.toMatchObject({
    code: 5,
  });
});

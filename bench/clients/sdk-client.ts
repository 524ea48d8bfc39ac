/**
 * The official client @camunda8/sdk over gRPC. Arguments: `host:port`, and how it gets jobs: `worker` (its worker with
 * default settings) or `stream`.
 */
import { Camunda8 } from '@camunda8/sdk';
import { oneTask } from '../one-task.ts';
import { answerCalls } from '../remote/answer-calls.ts';
import { BackOff } from './back-off.ts';
import { closedLoop, type LoopOptions } from './closed-loop.ts';
import { FinishedInstances } from './finished-instances.ts';
import { isResourceExhausted } from './gateway-connection.ts';
import type { LoadResult } from './load-result.ts';

/** The worker's default. */
const JOBS_MAX = 32;

const [address, how] = process.argv.slice(2);
const client = new Camunda8({
  ZEEBE_GRPC_ADDRESS: `grpc://${address}`,
  CAMUNDA_AUTH_STRATEGY: 'NONE',
  CAMUNDA_LOG_LEVEL: 'none',
  zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
}).getZeebeGrpcApiClient();
const finished = new FinishedInstances();
const backOff = new BackOff(isResourceExhausted);
let requests = 0;

/** The library calls what a handler returns a receipt, and wants it back. */
interface CompletableJob<Receipt> {
  readonly processInstanceKey: string;
  complete(variables: typeof oneTask.result): Promise<Receipt>;
}

async function taskHandler<Receipt>(job: CompletableJob<Receipt>): Promise<Receipt> {
  requests++;
  const receipt = await job.complete(oneTask.result);
  finished.finished(job.processInstanceKey);
  return receipt;
}

async function connect(): Promise<void> {
  const { resourceName, xml, jobType, jobTimeoutMs, bpmnProcessId } = oneTask;
  await client.deployResource({ name: resourceName, process: Buffer.from(xml) });
  if (how === 'stream') {
    const worker = { type: jobType, worker: bpmnProcessId, timeout: jobTimeoutMs };
    await client.streamJobs({ ...worker, tenantIds: ['<default>'], taskHandler });
  } else {
    client.createWorker({ taskType: jobType, timeout: jobTimeoutMs, maxJobsToActivate: JOBS_MAX, taskHandler });
  }
}

async function load(options: LoopOptions): Promise<LoadResult> {
  const refusedBefore = backOff.refused;
  const requestsBefore = requests;
  const loop = await closedLoop(options, async () => {
    requests++;
    const { processInstanceKey } = await backOff.run(() =>
      client.createProcessInstance({ bpmnProcessId: oneTask.bpmnProcessId, variables: oneTask.variables }),
    );
    await finished.untilFinished(processInstanceKey);
  });
  return { ...loop, refused: backOff.refused - refusedBefore, requests: requests - requestsBefore };
}

answerCalls({ connect, load });

/** A plain gRPC client: creates instances, gets their jobs from a stream and completes them. Argument: `host:port`. */
import { once } from 'node:events';
import { oneTask } from '../one-task.ts';
import { answerCalls } from '../remote/answer-calls.ts';
import { BackOff } from './back-off.ts';
import { closedLoop, type LoopOptions } from './closed-loop.ts';
import { FinishedInstances } from './finished-instances.ts';
import { GatewayConnection, isResourceExhausted } from './gateway-connection.ts';
import { gatewayMethod } from './gateway-service.ts';
import type { LoadResult } from './load-result.ts';

interface ActivatedJob {
  readonly key: string;
  readonly processInstanceKey: string;
}

const deployResource = gatewayMethod<object, object>('DeployResource');
const streamActivatedJobs = gatewayMethod<object, ActivatedJob>('StreamActivatedJobs');
const createProcessInstance = gatewayMethod<object, { readonly processInstanceKey: string }>('CreateProcessInstance');
const completeJob = gatewayMethod<object, object>('CompleteJob');

const connection = new GatewayConnection(process.argv[2]!);
const finished = new FinishedInstances();
const backOff = new BackOff(isResourceExhausted);
const variables = JSON.stringify(oneTask.variables);
const result = JSON.stringify(oneTask.result);

async function connect(): Promise<void> {
  const { bpmnProcessId, resourceName, xml, jobType, jobTimeoutMs } = oneTask;
  await connection.call(deployResource, { resources: [{ name: resourceName, content: Buffer.from(xml) }] });
  const jobs = connection.stream(streamActivatedJobs, { type: jobType, worker: bpmnProcessId, timeout: jobTimeoutMs });
  jobs.on('data', (job: ActivatedJob) => void complete(job));
  await once(jobs, 'metadata');
}

/** A failure here is an unhandled rejection, which ends the process and so the row. */
async function complete(job: ActivatedJob): Promise<void> {
  await backOff.run(() => connection.call(completeJob, { jobKey: job.key, variables: result }));
  finished.finished(job.processInstanceKey);
}

async function load(options: LoopOptions): Promise<LoadResult> {
  const request = { bpmnProcessId: oneTask.bpmnProcessId, version: -1, variables };
  const refusedBefore = backOff.refused;
  const requestsBefore = connection.requests;
  const loop = await closedLoop(options, async () => {
    const { processInstanceKey } = await backOff.run(() => connection.call(createProcessInstance, request));
    await finished.untilFinished(processInstanceKey);
  });
  return { ...loop, refused: backOff.refused - refusedBefore, requests: connection.requests - requestsBefore };
}

answerCalls({ connect, load });

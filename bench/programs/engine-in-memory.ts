/** The engine alone, on memory: commands in, encoded batches out, nothing written anywhere. */
import { createEngine, type ProcessedBatch, type ResponseEffect } from '@waggle/engine';
import { type CommandRequest, NO_KEY } from '@waggle/protocol';
import { createMemoryStateStore } from '@waggle/state';
import { answerCalls } from '../remote/answer-calls.ts';
import { processUsage } from '../remote/process-usage.ts';
import { activation, completion, creation, deployment } from './one-task-commands.ts';

/** Instances that share a batch, as under load. */
const INSTANCES_PER_BATCH = 100;

const engine = createEngine({ partitionId: 1, partitionCount: 1, state: createMemoryStateStore() });
let requestId = 0;

submit(deployment);
take();

export interface EngineRun {
  readonly instances: number;
  readonly elapsedMs: number;
  readonly cpuUs: number;
  readonly recordsPerInstance: number;
  readonly bytesPerInstance: number;
}

function submit(request: CommandRequest): void {
  engine.process({ operationReference: NO_KEY, ...request, requestStreamId: 1, requestId: ++requestId }, Date.now());
}

function take(): ProcessedBatch {
  const batch = engine.takeBatch();
  if (batch === undefined) throw new Error('Expected a batch, but nothing was processed');
  engine.commit(batch);
  return batch;
}

/** A batch of instances from start to end. */
function runInstances(): readonly ProcessedBatch[] {
  for (let index = 0; index < INSTANCES_PER_BATCH; index++) submit(creation);
  const created = take();
  submit(activation(INSTANCES_PER_BATCH));
  const activated = take();
  const isResponse = (effect: ProcessedBatch['effects'][number]): effect is ResponseEffect =>
    effect.kind === 'response';
  const { jobs } = activated.effects.find(isResponse)!;
  if (jobs.length !== INSTANCES_PER_BATCH) throw new Error(`Expected a job of each instance, but got ${jobs.length}`);
  for (const { jobKey } of jobs) submit(completion(jobKey));
  return [created, activated, take()];
}

function run({ durationMs }: { readonly durationMs: number }): EngineRun {
  let instances = 0;
  let records = 0;
  let bytes = 0;
  const cpuUsBefore = processUsage().cpuUs;
  const startMs = performance.now();
  while (performance.now() - startMs < durationMs) {
    for (const { recordCount, data } of runInstances()) {
      records += recordCount;
      bytes += data.length;
    }
    instances += INSTANCES_PER_BATCH;
  }
  return {
    instances,
    elapsedMs: performance.now() - startMs,
    cpuUs: processUsage().cpuUs - cpuUsBefore,
    recordsPerInstance: records / instances,
    bytesPerInstance: bytes / instances,
  };
}

/** @returns bytes of heap that each of so many waiting instances takes. */
function heapPerWaitingInstance({ instances }: { readonly instances: number }): number {
  if (globalThis.gc === undefined) throw new Error('Expected to run with --expose-gc');
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  for (let index = 1; index <= instances; index++) {
    submit(creation);
    if (index % INSTANCES_PER_BATCH === 0 || index === instances) take();
  }
  globalThis.gc();
  return (process.memoryUsage().heapUsed - before) / instances;
}

answerCalls({ run, heapPerWaitingInstance });

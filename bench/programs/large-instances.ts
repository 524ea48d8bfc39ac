/**
 * One very large instance in a broker with its log and state on disk, and a stream of small ones beside it: how long it
 * takes, and how long the small ones have to wait for it. Argument: data folder.
 */
import { readFileSync } from 'node:fs';
import { startBroker } from '@waggle/broker';
import {
  type ActivatedJob,
  type CommandRequest,
  DEFAULT_TENANT_ID,
  MessageIntent,
  NO_KEY,
  ProcessInstanceCreationIntent,
  ValueType,
} from '@waggle/protocol';
import { FinishedInstances } from '../clients/finished-instances.ts';
import { oneTask } from '../one-task.ts';
import { answerCalls } from '../remote/answer-calls.ts';
import { processUsage } from '../remote/process-usage.ts';
import { completion, creation, deployment } from './one-task-commands.ts';

/** Small instances under way at once: enough that one is always waiting, few enough to leave the machine to the large one. */
const SMALL_IN_FLIGHT = 8;
const MEMORY_LOOK_MS = 20;
/** On a machine with other work; usually some seconds. */
const LARGE_TIMEOUT_MS = 60_000;
const RESOURCE = 'large-instances.bpmn';

const [dataFolder] = process.argv.slice(2);
const broker = await startBroker({ dataFolder: dataFolder!, threads: 'main', diskFreeBytesMin: 0, limiter: false });
const finished = new FinishedInstances();
let whenLast: (() => void) | undefined;
let runs = 0;
let slowestMs = 0;
let smallInstances = 0;

/** What one phase of a large instance took. */
export interface Phase {
  readonly elapsedMs: number;
  /** Longest that a command of a small instance took meanwhile. */
  readonly slowestMs: number;
  readonly smallInstances: number;
}

export interface LargeRun {
  readonly phases: readonly Phase[];
  /** CPU of the process, that of the small instances included. */
  readonly cpuUs: number;
  /** Above what the process had before, at its highest. */
  readonly heapMb: number;
}

async function timedSend<Type extends ValueType>(request: CommandRequest<Type>) {
  const sentMs = performance.now();
  const answer = await broker.send(1, request);
  slowestMs = Math.max(slowestMs, performance.now() - sentMs);
  return answer;
}

function openStream(type: string, onJob: (job: ActivatedJob) => void): void {
  const { bpmnProcessId: worker, jobTimeoutMs: timeoutMs } = oneTask;
  const stream = {
    type,
    worker,
    timeoutMs,
    fetchVariables: ['none'],
    tenantIds: [DEFAULT_TENANT_ID],
    withLease: false,
  };
  broker.openJobStream(stream, (job) => {
    onJob(job);
    return true;
  });
}

async function connect(): Promise<void> {
  const resource = readFileSync(new URL(`../${RESOURCE}`, import.meta.url));
  const resources = [...deployment.value.resources, { resourceName: RESOURCE, resource: new Uint8Array(resource) }];
  const { record } = await broker.send(1, { ...deployment, value: { ...deployment.value, resources } });
  if (record.rejectionReason !== '') throw new Error(record.rejectionReason);
  openStream(oneTask.jobType, async ({ jobKey, processInstanceKey }) => {
    await timedSend(completion(jobKey));
    finished.finished(String(processInstanceKey));
  });
  openStream('bench-last', () => whenLast?.());
}

/** Keeps small instances under way until the work is done. */
async function phase(work: () => Promise<unknown>): Promise<Phase> {
  slowestMs = 0;
  smallInstances = 0;
  let isRunning = true;
  const slot = async (): Promise<void> => {
    while (isRunning) {
      const { record } = await timedSend(creation);
      const { processInstanceKey } = record.value as (typeof creation)['value'];
      await finished.untilFinished(String(processInstanceKey));
      smallInstances++;
    }
  };
  const slots = Array.from({ length: SMALL_IN_FLIGHT }, slot);
  const startMs = performance.now();
  await work();
  const elapsedMs = performance.now() - startMs;
  isRunning = false;
  await Promise.all(slots);
  return { elapsedMs, slowestMs, smallInstances };
}

/** Resolves when the instance has completed. */
function createAndAwait(bpmnProcessId: string, variables: object): Promise<unknown> {
  const value = { ...creation.value, bpmnProcessId, variables: JSON.stringify(variables), fetchVariables: ['run'] };
  const { CREATE_WITH_AWAITING_RESULT } = ProcessInstanceCreationIntent;
  return broker.send(1, { ...creation, intent: CREATE_WITH_AWAITING_RESULT, value }, { timeoutMs: LARGE_TIMEOUT_MS });
}

async function measured(work: () => Promise<readonly Phase[]>): Promise<LargeRun> {
  const before = process.memoryUsage().heapUsed;
  let highest = before;
  const looking = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().heapUsed);
  }, MEMORY_LOOK_MS);
  const cpuUsBefore = processUsage().cpuUs;
  const phases = await work();
  clearInterval(looking);
  return { phases, cpuUs: processUsage().cpuUs - cpuUsBefore, heapMb: (highest - before) / 1e6 };
}

/** Nothing large: what the machine itself makes the small instances wait. */
function nothing({ durationMs }: { readonly durationMs: number }): Promise<LargeRun> {
  return measured(async () => [await phase(() => new Promise((resolve) => setTimeout(resolve, durationMs)))]);
}

/** A loop over items that need nobody, from its creation to its result. */
function loop({ items }: { readonly items: number }): Promise<LargeRun> {
  const variables = { items: Array.from({ length: items }, (_, index) => index + 1), run: `run-${++runs}` };
  return measured(async () => [await phase(() => createAndAwait('bench-loop', variables))]);
}

/** What waits until it is stopped: until its last job is there, then from the message to its end. */
function stopped(bpmnProcessId: string, variables: object): Promise<LargeRun> {
  return measured(async () => {
    const run = `run-${++runs}`;
    let ended: Promise<unknown> | undefined;
    const started = await phase(async () => {
      const last = new Promise<void>((resolve) => {
        whenLast = resolve;
      });
      ended = createAndAwait(bpmnProcessId, { ...variables, run });
      await last;
    });
    const stop = await phase(async () => {
      await broker.send(1, stopMessage(run));
      await ended;
    });
    return [started, stop];
  });
}

function stopMessage(correlationKey: string): CommandRequest<typeof ValueType.MESSAGE> {
  return {
    valueType: ValueType.MESSAGE,
    intent: MessageIntent.PUBLISH,
    key: NO_KEY,
    value: {
      name: 'bench-stop',
      correlationKey,
      timeToLive: 0,
      deadline: -1,
      messageId: '',
      variables: '{}',
      tenantId: DEFAULT_TENANT_ID,
      businessId: '',
    },
  };
}

function waitingLoop({ items }: { readonly items: number }): Promise<LargeRun> {
  const all = Array.from({ length: items }, (_, index) => index + 1);
  return stopped('bench-waiting-loop', { items: all, last: items });
}

function nestedCalls({ calls }: { readonly calls: number }): Promise<LargeRun> {
  return stopped('bench-nested-calls', { last: calls });
}

answerCalls({ connect, nothing, loop, waitingLoop, nestedCalls, close: () => broker.close() });

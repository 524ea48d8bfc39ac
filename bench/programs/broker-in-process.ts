/**
 * A broker with its log and state on disk, and its client in the same process: everything but the network.
 * Arguments: data folder, `main` or `workers` (where the partition runs), and any of: `checkpoints` for those of a usual
 * server, `feed` for a record feed that nobody evaluates, `export=sqlite` or `export=postgres://…` for the read side,
 * `history` to have it keep the records of instances, `watched` for somebody who wants to be told of every change.
 */
import { type MetricSample, startBroker } from '@waggle/broker';
import { type ActivatedJob, DEFAULT_TENANT_ID } from '@waggle/protocol';
import { closedLoop, type LoopOptions } from '../clients/closed-loop.ts';
import { FinishedInstances } from '../clients/finished-instances.ts';
import type { LoadResult } from '../clients/load-result.ts';
import { oneTask } from '../one-task.ts';
import { answerCalls } from '../remote/answer-calls.ts';
import { processUsage } from '../remote/process-usage.ts';
import { completion, creation, deployment } from './one-task-commands.ts';
import { startReadSide } from './read-side.ts';
import { takingFeed } from './taking-feed.ts';

/** Creations sent at once when filling. */
const FILL_IN_FLIGHT = 256;
/** Far away: no checkpoint unless it is asked for. */
const NEVER_MS = 2 ** 31 - 1;

const [dataFolder, threads, ...extras] = process.argv.slice(2);
const feed = extras.includes('feed') ? takingFeed() : undefined;
const readSide = await startReadSide(
  extras.find((extra) => extra.startsWith('export='))?.slice('export='.length),
  extras.includes('history'),
  extras.includes('watched'),
);
const broker = await startBroker({
  dataFolder: dataFolder!,
  threads: threads === 'main' ? 'main' : 'workers',
  diskFreeBytesMin: 0,
  ...(feed && { recordFeeds: [feed] }),
  ...(readSide && { recordFeeds: [readSide.feed] }),
  // What is measured is work, not how it is refused.
  limiter: false,
  ...(!extras.includes('checkpoints') && {
    limits: { checkpointIntervalMs: NEVER_MS, checkpointLogBytes: Number.MAX_SAFE_INTEGER },
  }),
});
const finished = new FinishedInstances();

async function complete({ jobKey, processInstanceKey }: ActivatedJob): Promise<void> {
  await broker.send(1, completion(jobKey));
  finished.finished(String(processInstanceKey));
}

/** Deploys, and starts to work on jobs if wanted. */
async function connect({ isWorking }: { readonly isWorking: boolean }): Promise<void> {
  await broker.send(1, deployment);
  if (!isWorking) return;
  const { jobType, bpmnProcessId, jobTimeoutMs } = oneTask;
  broker.openJobStream(
    {
      type: jobType,
      worker: bpmnProcessId,
      timeoutMs: jobTimeoutMs,
      fetchVariables: [],
      tenantIds: [DEFAULT_TENANT_ID],
      withLease: false,
    },
    (job) => {
      void complete(job);
      return true;
    },
  );
}

async function createInstance(): Promise<string> {
  const { record } = await broker.send(1, creation);
  return String((record.value as (typeof creation)['value']).processInstanceKey);
}

async function load(options: LoopOptions): Promise<LoadResult> {
  const loop = await closedLoop(options, async () => finished.untilFinished(await createInstance()));
  return { ...loop, refused: 0, requests: 2 * loop.operations };
}

/** Creates instances; whether they wait or complete depends on whether somebody works. */
async function fill({ instances }: { readonly instances: number }): Promise<void> {
  let left = instances;
  const fillOne = async (): Promise<void> => {
    while (left-- > 0) await createInstance();
  };
  await Promise.all(Array.from({ length: FILL_IN_FLIGHT }, fillOne));
}

export interface CheckpointRun {
  readonly elapsedMs: number;
  readonly cpuUs: number;
  /** Longest that a creation took meanwhile. */
  readonly slowestMs: number;
}

/** A checkpoint of everything changed so far, with one client at work beside it. */
async function checkpoint(): Promise<CheckpointRun> {
  let isRunning = true;
  let slowestMs = 0;
  const beside = (async () => {
    while (isRunning) {
      const sentMs = performance.now();
      await createInstance();
      slowestMs = Math.max(slowestMs, performance.now() - sentMs);
    }
  })();
  const cpuUsBefore = processUsage().cpuUs;
  const startMs = performance.now();
  await broker.checkpoint();
  const elapsedMs = performance.now() - startMs;
  const cpuUs = processUsage().cpuUs - cpuUsBefore;
  isRunning = false;
  await beside;
  return { elapsedMs, cpuUs, slowestMs };
}

export interface BatchCounters {
  readonly commands: number;
  readonly batches: number;
}

function batchCounters(): BatchCounters {
  return { commands: metric('waggle_batch_commands_sum'), batches: metric('waggle_batch_commands_count') };
}

export interface ExportRun {
  /** A second, while as many instances as possible were worked on. */
  readonly instancesPerSecond: number;
  readonly workedPerSecond: number;
}

/** How fast the export is while the broker has all the work it can do. */
async function exportBeside(options: LoopOptions): Promise<ExportRun> {
  const before = readSide!.records();
  const { operations, elapsedMs } = await load(options);
  const after = readSide!.records();
  const workedPerSecond = (1_000 * operations) / elapsedMs;
  const share = (after.exported - before.exported) / (after.committed - before.committed);
  return { instancesPerSecond: workedPerSecond * share, workedPerSecond };
}

/** Milliseconds from the answer to a creation until a search has found the instance, of so many instances in a row. */
async function visibility({ instances }: { readonly instances: number }): Promise<readonly number[]> {
  await readSide!.caughtUp();
  const times: number[] = [];
  for (let count = 0; count < instances; count++) {
    const key = await createInstance();
    const startMs = performance.now();
    await readSide!.find(key);
    times.push(performance.now() - startMs);
  }
  return times;
}

export interface ReplayRun {
  readonly records: number;
  readonly elapsedMs: number;
}

/** What the start of this process found in the log. */
function replay(): ReplayRun {
  return { records: metric('waggle_replay_records'), elapsedMs: 1_000 * metric('waggle_replay_seconds') };
}

function metric(name: string): number {
  const sample = broker.metrics().find((found: MetricSample) => found.name === name);
  if (sample === undefined) throw new Error(`Expected the metric ${name}, but the broker does not tell it`);
  return sample.value;
}

answerCalls({
  usage: processUsage,
  connect,
  load,
  fill,
  checkpoint,
  batchCounters,
  replay,
  exportBeside,
  visibility,
  close: async () => {
    await broker.close();
    await readSide?.close();
    await feed?.stop();
  },
});

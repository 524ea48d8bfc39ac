/** A plain HTTP client: creates instances, polls for their jobs and completes them. Argument: `http://host:port`. */
import { oneTask } from '../one-task.ts';
import { answerCalls } from '../remote/answer-calls.ts';
import { BackOff } from './back-off.ts';
import { closedLoop, type LoopOptions } from './closed-loop.ts';
import { FinishedInstances } from './finished-instances.ts';
import { HttpPool, RefusedForRoom } from './http-pool.ts';
import type { LoadResult } from './load-result.ts';

interface ActivatedJob {
  readonly jobKey: string;
  readonly processInstanceKey: string;
}

/** Most jobs taken with one request: as many as are ever in flight. */
const JOBS_MAX = 128;
/** How long a request waits for a first job. */
const POLL_MS = 10_000;

const pool = new HttpPool(process.argv[2]!);
const finished = new FinishedInstances();
const backOff = new BackOff((error) => error instanceof RefusedForRoom);

const creation = JSON.stringify({ processDefinitionId: oneTask.bpmnProcessId, variables: oneTask.variables });
const activation = JSON.stringify({
  type: oneTask.jobType,
  worker: oneTask.bpmnProcessId,
  timeout: oneTask.jobTimeoutMs,
  maxJobsToActivate: JOBS_MAX,
  requestTimeout: POLL_MS,
});
const completion = JSON.stringify({ variables: oneTask.result });

async function connect(): Promise<void> {
  const boundary = 'bench-boundary';
  const body = [
    `--${boundary}`,
    `content-disposition: form-data; name="resources"; filename="${oneTask.resourceName}"`,
    'content-type: application/octet-stream',
    '',
    oneTask.xml,
    `--${boundary}--`,
    '',
  ].join('\r\n');
  await pool.post('/v2/deployments', body, `multipart/form-data; boundary=${boundary}`);
  void work();
}

/** One poll at a time, as a worker does; jobs are worked on beside the next poll. A failure ends the process. */
async function work(): Promise<void> {
  for (;;) {
    const answer = await backOff.run(() => pool.post('/v2/jobs/activation', activation));
    const { jobs } = JSON.parse(answer) as { readonly jobs: readonly ActivatedJob[] };
    for (const job of jobs) void complete(job);
  }
}

async function complete({ jobKey, processInstanceKey }: ActivatedJob): Promise<void> {
  await backOff.run(() => pool.post(`/v2/jobs/${jobKey}/completion`, completion));
  finished.finished(processInstanceKey);
}

async function load(options: LoopOptions): Promise<LoadResult> {
  const refusedBefore = backOff.refused;
  const requestsBefore = pool.requests;
  const loop = await closedLoop(options, async () => {
    const answer = await backOff.run(() => pool.post('/v2/process-instances', creation));
    const { processInstanceKey } = JSON.parse(answer) as { readonly processInstanceKey: string };
    await finished.untilFinished(processInstanceKey);
  });
  return { ...loop, refused: backOff.refused - refusedBefore, requests: pool.requests - requestsBefore };
}

answerCalls({ connect, load });

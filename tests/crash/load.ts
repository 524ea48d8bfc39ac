import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CrashClient } from './crash-client.ts';
import type { Ledger } from './ledger.ts';

/** Requests sent at once, so that a kill meets some under way. */
const BURST = 12;
/** Pause between bursts: keeps the number of instances in what can be checked in the end. */
const BURST_PAUSE_MS = 120;
/** Pause after a request nobody answered: the server is being restarted. */
const RETRY_PAUSE_MS = 50;
/** How often an unanswered completion is sent again; by then the job has timed out. */
const COMPLETION_TRIES_MAX = 5;

export interface Load {
  /** Creates nothing more; workers go on. */
  stopCreating(): Promise<void>;
  stop(): Promise<void>;
}

/** Creates instances, publishes messages and completes jobs through a client until stopped. */
export function startLoad(client: CrashClient, ledger: Ledger): Load {
  const creating = new AbortController();
  const working = new AbortController();
  const creator = createInstances(client, ledger, creating.signal);
  const worker = completeJobs(client, ledger, working.signal);
  return {
    async stopCreating() {
      creating.abort();
      await creator;
    },
    async stop() {
      creating.abort();
      working.abort();
      await Promise.all([creator, worker]);
      await client.close();
    },
  };
}

async function createInstances(client: CrashClient, ledger: Ledger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await Promise.all(
      Array.from({ length: BURST }, (_, index) =>
        index % 4 === 0 ? createWaiting(client, ledger) : createOneTask(client, ledger),
      ),
    );
    await sleep(BURST_PAUSE_MS);
  }
}

async function createOneTask(client: CrashClient, ledger: Ledger): Promise<void> {
  const key = await answered(ledger, () => client.create('one-task', {}));
  if (key !== undefined) ledger.instances.add(key);
}

/** An instance and its message, in either order: both must be kept until they meet. */
async function createWaiting(client: CrashClient, ledger: Ledger): Promise<void> {
  const parcelId = randomUUID();
  await Promise.all([
    answered(ledger, () => client.create('message-wait', { parcelId })).then((key) => {
      if (key !== undefined) ledger.waiting.set(parcelId, key);
    }),
    answered(ledger, async () => {
      await client.publish('parcel-arrived', parcelId);
      ledger.published.add(parcelId);
    }),
  ]);
}

async function completeJobs(client: CrashClient, ledger: Ledger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const jobs = (await answered(ledger, () => client.activate('one-task-job'))) ?? [];
    await Promise.all(jobs.map((jobKey) => completeJob(client, ledger, jobKey)));
  }
}

/** Sent again while unanswered: were it taken twice, it would be acknowledged twice. */
async function completeJob(client: CrashClient, ledger: Ledger, jobKey: string): Promise<void> {
  for (let tries = 0; tries < COMPLETION_TRIES_MAX; tries++) {
    const isCompleted = await answered(ledger, () => client.complete(jobKey));
    if (isCompleted === true) ledger.completed(jobKey);
    if (isCompleted !== undefined) return;
  }
}

/** @returns `undefined` when the answer did not come, which is what kills are for. */
async function answered<Answer>(ledger: Ledger, request: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request();
  } catch {
    // The server was killed, is starting, or pushed back: in each case nothing was acknowledged.
    ledger.unanswered += 1;
    await sleep(RETRY_PAUSE_MS);
    return undefined;
  }
}

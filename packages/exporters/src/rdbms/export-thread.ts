/** Entry of the export's thread: one database, and the record feeds of all partitions. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { RecordFeedMessage, RecordFeedReply } from '@waggle/broker';
import { SharedPositions } from '@waggle/protocol';
import { RecordHistory, SecondaryStorageError } from '@waggle/secondary-storage';
import type { ToFeedThread } from '../feed-thread.ts';
import { ChangeCollector } from './changes/change-collector.ts';
import type { WatchMessage } from './changes/change-watch.ts';
import type { ExportStart, FromExport, ToExport } from './export-messages.ts';
import { openStoreWriter } from './open-store-writer.ts';
import { RdbmsExport } from './rdbms-export.ts';
import { type Removed, Retention } from './retention/retention.ts';
import { RetentionLoop } from './retention/retention-loop.ts';

/** What is committed becomes durable this often: the sooner, the less of the log is kept; each time flushes the disk. */
const DURABLE_INTERVAL_MS = 5_000;
/** How often the record history lets go of what is too old. */
const HISTORY_CLEANING_INTERVAL_MS = 60_000;
/** Changes are told so often at most: what is done in one go is seen in one go, and an answer within 200 ms all the same. */
const CHANGES_COLLECTED_MS = 100;
const OPEN_RETRY_MS_MIN = 100;
const OPEN_RETRY_MS_MAX = 10_000;

if (parentPort === null) throw new Error('Expected to run as a worker thread, but this is the main thread');
const port = parentPort;
const start = workerData as ExportStart;
const positions = new SharedPositions(start.positions);
const feeds = new Map<number, MessagePort>();
const waiting: Extract<ToFeedThread, { kind: 'connect' }>[] = [];
let rdbmsExport: RdbmsExport | undefined;
let isFailing = false;
let isClosing = false;

const post = (message: FromExport) => port.postMessage(message);
const reply = (partitionId: number, message: RecordFeedReply) => feeds.get(partitionId)?.postMessage(message);

port.on('message', (message: ToFeedThread | ToExport) => {
  if (message.kind === 'close') void close();
  else if (message.kind === 'watch') watch(message);
  else if (rdbmsExport === undefined) waiting.push(message);
  else connect(rdbmsExport, message);
});

const writer = openStoreWriter(start.database);
const history = start.recordHistory && new RecordHistory(start.recordHistory);
const changes = new ChangeCollector({
  tell: (stored) => post({ kind: 'changed', changes: stored }),
  later: (action) => setTimeout(action, CHANGES_COLLECTED_MS).unref(),
});
const opened = new RdbmsExport({
  writer,
  retention: start.retention,
  history,
  changes,
  onCommitted(partitionId, position, bytes) {
    positions.setExported(partitionId, position);
    reply(partitionId, { kind: 'taken', bytes });
    succeeded();
  },
  onFailure: failed,
  onRemoved,
  onRemovalLeft: () => retentionLoop.wake(),
  onItemsWanted: (batchOperationKey) => post({ kind: 'items-wanted', batchOperationKey }),
});
const retentionLoop = new RetentionLoop({
  retention: new Retention(writer, start.retention),
  shrink: () => writer.shrink(),
  exclusively: (action) => opened.exclusively(action),
  now: () => Date.now(),
  onRemoved,
  onFailure: failed,
});
let durableTimer: NodeJS.Timeout | undefined;
let cleaningTimer: NodeJS.Timeout | undefined;
await openWhenThere();

/** A database that is away is waited for; one that refuses ends the thread. */
async function openWhenThere(): Promise<void> {
  for (let waitMs = OPEN_RETRY_MS_MIN; !isClosing; waitMs = Math.min(waitMs * 2, OPEN_RETRY_MS_MAX)) {
    try {
      await opened.open();
      break;
    } catch (error) {
      if (!(error instanceof SecondaryStorageError && error.code === 'UNREACHABLE')) throw error;
      failed(error, waitMs);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  if (isClosing) return;
  succeeded();
  rdbmsExport = opened;
  for (const message of waiting.splice(0)) connect(opened, message);
  durableTimer = setInterval(() => void makeDurable(), DURABLE_INTERVAL_MS);
  cleaningTimer = setInterval(cleanHistory, HISTORY_CLEANING_INTERVAL_MS);
  retentionLoop.start();
  post({ kind: 'ready' });
}

/** What is told before this is done may be of before; nothing later is missed. */
function watch({ number, watched }: WatchMessage): void {
  changes.watch(watched);
  post({ kind: 'watching', number });
}

function onRemoved(removed: Removed): void {
  if (removed.rows > 0) changes.removed(removed.processInstanceKeys ?? []);
  post({ kind: 'removed', removed });
}

function failed(error: unknown, nextTryMs: number): void {
  isFailing = true;
  post({ kind: 'failure', message: error instanceof Error ? error.message : String(error), nextTryMs });
}

function succeeded(): void {
  if (isFailing) post({ kind: 'recovered' });
  isFailing = false;
}

function connect(target: RdbmsExport, { partitionId, port: feed }: Extract<ToFeedThread, { kind: 'connect' }>): void {
  feeds.get(partitionId)?.close();
  feeds.set(partitionId, feed);
  feed.on('message', (message: RecordFeedMessage) => {
    switch (message.kind) {
      case 'open': {
        positions.setExported(partitionId, target.position(partitionId));
        // What the log deleted while no history was kept is not in the history; that is no loss to tell of.
        const position = Math.min(
          target.position(partitionId),
          Math.max(target.resumePosition(partitionId), message.firstPosition - 1),
        );
        feed.postMessage({ kind: 'resume', position } satisfies RecordFeedReply);
        break;
      }
      case 'batch':
        target.add(partitionId, message.lastPosition, message.data);
        break;
      case 'close':
        break;
    }
  });
}

function cleanHistory(): void {
  try {
    const bytes = history?.clean(Date.now()) ?? 0;
    if (bytes > 0) post({ kind: 'history-shortened', bytes });
    if (history !== undefined) post({ kind: 'history-size', bytes: history.bytes });
  } catch (error) {
    failed(error, HISTORY_CLEANING_INTERVAL_MS);
  }
}

async function makeDurable(): Promise<void> {
  const committed = [...feeds.keys()].map((partitionId) => [partitionId, opened.resumePosition(partitionId)] as const);
  try {
    history?.makeDurable();
    await writer.makeDurable();
  } catch (error) {
    // Nothing is lost: the logs keep what is not acknowledged, and the next time comes.
    failed(error, DURABLE_INTERVAL_MS);
    return;
  }
  succeeded();
  for (const [partitionId, position] of committed) reply(partitionId, { kind: 'acknowledge', position });
}

async function close(): Promise<void> {
  isClosing = true;
  clearInterval(durableTimer);
  clearInterval(cleaningTimer);
  await rdbmsExport?.close();
  await retentionLoop.close();
  // A database that is away would only be waited for.
  if (!isFailing && rdbmsExport !== undefined) await makeDurable();
  for (const feed of feeds.values()) feed.close();
  history?.close();
  await writer.close();
  port.close();
}

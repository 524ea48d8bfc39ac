/**
 * Entry of a reader thread: a connection of its own. Requests wait for freshness side by side; a database in the thread
 * answers them one after another, one elsewhere several at once.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { SharedPositions } from '@waggle/protocol';
import { RecordHistoryReader } from '@waggle/secondary-storage';
import { SearchError } from './errors.ts';
import type { FromReader, ReaderStart, ToReader } from './reader-messages.ts';
import { openConnection } from './reading/open-connection.ts';
import { Reader } from './reading/reader.ts';
import type { ReadRequest } from './search-request.ts';
import { ThreadActivity } from './thread-activity.ts';

if (parentPort === null) throw new Error('Expected to run as a worker thread, but this is the main thread');
const port = parentPort;
const start = workerData as ReaderStart;
const positions = new SharedPositions(start.positions);
const activity = new ThreadActivity(start.activity);
const connection = openConnection(start);
const { recordHistoryFolder } = start;
const recordHistory = recordHistoryFolder === undefined ? undefined : new RecordHistoryReader(recordHistoryFolder);
const reader = new Reader(connection, recordHistory);
let lastTurn: Promise<unknown> = Promise.resolve();

const post = (message: FromReader) => port.postMessage(message);

port.on('message', (message: ToReader) => {
  if (message.kind === 'read') void answer(message.id, message.request);
  else void close();
});

async function answer(id: number, request: ReadRequest): Promise<void> {
  try {
    const isFresh = await positions.waitForExported(positions.committedAll(), start.freshnessTimeoutMs);
    const body = await (connection.isBlocking ? inTurn(id, request) : reader.read(request));
    post({ kind: 'answer', id, body, isFresh });
  } catch (error) {
    const code = error instanceof SearchError ? error.code : 'INTERNAL';
    post({ kind: 'failure', id, code, message: error instanceof Error ? error.message : String(error) });
  }
}

function inTurn(id: number, request: ReadRequest): Promise<string | undefined> {
  const turn = lastTurn.then(async () => {
    activity.begin(id);
    try {
      return await reader.read(request);
    } finally {
      activity.end();
    }
  });
  lastTurn = turn.catch(() => undefined);
  return turn;
}

async function close(): Promise<void> {
  await reader.close();
  port.close();
}

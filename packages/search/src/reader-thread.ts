/** Entry of a reader thread: a connection of its own, and requests one after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { SharedPositions } from '@waggle/protocol';
import { SearchError } from './errors.ts';
import type { FromReader, ReaderStart, ToReader } from './reader-messages.ts';
import { openConnection } from './reading/open-connection.ts';
import { Reader } from './reading/reader.ts';
import type { ReadRequest } from './search-request.ts';

if (parentPort === null) throw new Error('Expected to run as a worker thread, but this is the main thread');
const port = parentPort;
const start = workerData as ReaderStart;
const positions = new SharedPositions(start.positions);
const reader = new Reader(openConnection(start.database));

const post = (message: FromReader) => port.postMessage(message);

port.on('message', (message: ToReader) => {
  if (message.kind === 'read') void answer(message.id, message.request);
  else void close();
});

async function answer(id: number, request: ReadRequest): Promise<void> {
  try {
    const isFresh = await positions.waitForExported(positions.committedAll(), start.freshnessTimeoutMs);
    post({ kind: 'answer', id, body: await reader.read(request), isFresh });
  } catch (error) {
    const code = error instanceof SearchError ? error.code : 'INTERNAL';
    post({ kind: 'failure', id, code, message: error instanceof Error ? error.message : String(error) });
  }
}

async function close(): Promise<void> {
  await reader.close();
  port.close();
}

/**
 * Consumer of record feeds in a thread of its own. Its store is a file per partition: each line names the records of
 * one batch, so the last line is the position to resume from.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { readBatch, SharedPositions } from '@waggle/protocol';
import type { RecordFeedMessage, RecordFeedReply } from '../src/record-feed.ts';

const { folder, buffer } = workerData as { readonly folder: string; readonly buffer: SharedArrayBuffer };
const positions = new SharedPositions(buffer);

parentPort!.on('message', ({ partitionId, port }: { readonly partitionId: number; readonly port: MessagePort }) => {
  const path = join(folder, `stored-${partitionId}`);
  let stored = 0;
  const reply = (message: RecordFeedReply) => port.postMessage(message);
  port.on('message', (message: RecordFeedMessage) => {
    if (message.kind === 'open') {
      stored = lastStored(path);
      // The thread before may have died when it had stored this and not said so, and nothing may follow.
      positions.setExported(partitionId, stored);
      reply({ kind: 'resume', position: stored });
    }
    if (message.kind !== 'batch') return;
    const { records } = readBatch(message.data);
    const fresh = records.map(({ position }) => position).filter((position) => position > stored);
    if (fresh.length > 0) appendFileSync(path, `${fresh.join(' ')}\n`);
    stored = message.lastPosition;
    reply({ kind: 'taken', bytes: message.data.byteLength });
    reply({ kind: 'acknowledge', position: stored });
    positions.setExported(partitionId, stored);
  });
});

function lastStored(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8').trim().split(/\s/).at(-1));
  } catch {
    return 0;
  }
}

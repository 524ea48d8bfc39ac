/** A record feed whose consumer, in a thread of its own, takes what comes and forgets it: what feeding alone costs. */
import { isMainThread, MessageChannel, type MessagePort, parentPort, Worker } from 'node:worker_threads';
import type { RecordFeed, RecordFeedMessage, RecordFeedReply } from '@waggle/broker';
import { SharedPositions } from '@waggle/protocol';

export function takingFeed(): RecordFeed & { stop(): Promise<unknown> } {
  const worker = new Worker(new URL(import.meta.url));
  const positions = new SharedPositions({ partitionCount: 1 });
  return {
    id: 'taking',
    connect() {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage(port1, [port1]);
      return { port: port2, positions: positions.buffer };
    },
    stop: () => worker.terminate(),
  };
}

if (!isMainThread) {
  parentPort?.on('message', (port: MessagePort) => {
    const reply = (message: RecordFeedReply) => port.postMessage(message);
    port.on('message', (message: RecordFeedMessage) => {
      if (message.kind === 'open') reply({ kind: 'resume', position: message.lastPosition });
      if (message.kind !== 'batch') return;
      reply({ kind: 'taken', bytes: message.data.byteLength });
      reply({ kind: 'acknowledge', position: message.lastPosition });
    });
  });
}

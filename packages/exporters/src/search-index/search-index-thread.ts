/** Entry of the thread of an exporter to a search engine: the record feeds of all partitions. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { RecordFeedMessage, RecordFeedReply } from '@waggle/broker';
import { elasticsearch } from '../elasticsearch/elasticsearch.ts';
import type { ToFeedThread } from '../feed-thread.ts';
import { opensearch } from '../opensearch/opensearch.ts';
import { exportStateFile, noExportStateStore } from './export-state.ts';
import { SearchIndexExport } from './search-index-export.ts';
import type { FromSearchIndex, SearchIndexStart } from './search-index-messages.ts';

if (parentPort === null) throw new Error('Expected to run as a worker thread, but this is the main thread');
const port = parentPort;
const { settings, stateFile } = workerData as SearchIndexStart;
const feeds = new Map<number, MessagePort>();

const post = (message: FromSearchIndex) => port.postMessage(message);
const reply = (partitionId: number, message: RecordFeedReply) => feeds.get(partitionId)?.postMessage(message);

const searchIndexExport = new SearchIndexExport({
  settings,
  product: { elasticsearch, opensearch }[settings.product],
  stateStore: stateFile === undefined ? noExportStateStore : exportStateFile(stateFile),
  onStored: (partitionId, position) => reply(partitionId, { kind: 'acknowledge', position }),
  onTaken: (partitionId, bytes) => reply(partitionId, { kind: 'taken', bytes }),
  onFailure: (error, nextTryMs) =>
    post({ kind: 'failure', message: error instanceof Error ? error.message : String(error), nextTryMs }),
  onRecovered: () => post({ kind: 'recovered' }),
  onWritten: (records, bytes) => post({ kind: 'written', records, bytes }),
});
searchIndexExport.open();

port.on('message', (message: ToFeedThread) => {
  if (message.kind === 'close') void close();
  else connect(message);
});
post({ kind: 'ready' });

function connect({ partitionId, port: feed }: Extract<ToFeedThread, { kind: 'connect' }>): void {
  feeds.get(partitionId)?.close();
  feeds.set(partitionId, feed);
  feed.on('message', (message: RecordFeedMessage) => {
    switch (message.kind) {
      case 'open':
        reply(partitionId, { kind: 'resume', position: searchIndexExport.position(partitionId) });
        break;
      case 'batch':
        searchIndexExport.add(partitionId, message.lastPosition, message.data);
        break;
      case 'close':
        break;
    }
  });
}

async function close(): Promise<void> {
  await searchIndexExport.close();
  for (const feed of feeds.values()) feed.close();
  port.close();
}

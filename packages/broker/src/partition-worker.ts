/** Entry of a partition's thread: the same Partition as in the caller's thread, behind frames. */
import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from '@waggle/engine';
import { systemClock } from './clock.ts';
import { fileStorage } from './file-storage.ts';
import { FrameWriter, readFrame } from './frame-channel.ts';
import { memoryStorage } from './memory-storage.ts';
import { Partition } from './partition.ts';
import { systemTimeZone } from './system-time-zone.ts';
import { frameOutput, readInput } from './worker-frames.ts';
import { createWorkerLogger } from './worker-logger.ts';
import { type FromWorker, sentError, type ToWorker, type WorkerRequest, type WorkerStart } from './worker-messages.ts';

const METRICS_INTERVAL_MS = 1_000;
/** The broker bounds what is on the channel, so it must learn what was taken off even when nothing is answered yet. */
const UNREPORTED_COMMANDS_MAX = 256;

if (parentPort === null) throw new Error('Expected to run as a worker thread, but this is the main thread');
const port = parentPort;
const start = workerData as WorkerStart;

let consumed = 0;
let consumedBytes = 0;

const post = (message: FromWorker) => port.postMessage(message);
const postFrame = (frame: Uint8Array) => {
  post({ kind: 'frame', frame, consumed, consumedBytes });
  consumed = 0;
  consumedBytes = 0;
};
const frames = new FrameWriter(postFrame);
const { logger, setLevel } = createWorkerLogger(start.logLevel, (line) => post({ kind: 'log', line }));
const output = frameOutput(start.partitionId, frames);

const partition = new Partition({
  partitionId: start.partitionId,
  storage:
    start.folder === undefined
      ? memoryStorage()
      : fileStorage({ folder: start.folder, partitionId: start.partitionId, logger }),
  createEngine: (state, checkpoint, jobStreams) =>
    createEngine({
      partitionId: start.partitionId,
      partitionCount: start.partitionCount,
      state,
      checkpoint,
      jobStreams,
      limits: start.engineLimits ?? {},
      timeZone: systemTimeZone(),
      hasUniqueBusinessIds: start.hasUniqueBusinessIds,
    }),
  clock: systemClock,
  limits: start.limits,
  limiter: start.limiter,
  exporters: start.exporters,
  feeds: start.feeds,
  globalListeners: start.globalListeners,
  output: {
    ...output,
    // Answers to requests of an earlier run: nobody on the other side knows them.
    respond: (response) => {
      if (response.requestStreamId === start.requestStreamId) output.respond(response);
    },
  },
  logger,
  onStatus: (status) => {
    frames.flush();
    post({ kind: 'status', status });
  },
});

const input = {
  submit: (command: Parameters<Partition['submit']>[0], bytes: number) => {
    consumed++;
    consumedBytes += bytes;
    partition.submit(command, bytes);
  },
  deliver: partition.deliver.bind(partition),
  acknowledgePush: partition.acknowledgePush.bind(partition),
};

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'frame':
      readFrame(message.frame, (reader) => readInput(reader, input));
      if (consumed >= UNREPORTED_COMMANDS_MAX) postFrame(new Uint8Array(0));
      break;
    case 'openStream':
      partition.openStream(message.stream);
      break;
    case 'closeStream':
      partition.closeStream(message.id);
      break;
    case 'setStreamReady':
      partition.setStreamReady(message.id, message.isReady);
      break;
    case 'setDiskAvailable':
      partition.setDiskAvailable(message.isAvailable);
      break;
    case 'setExporting':
      partition.setExporting(message.mode);
      break;
    case 'connectFeed':
      partition.replaceFeed(message.feed);
      break;
    case 'setLogLevel':
      setLevel(message.level);
      break;
    case 'request':
      void answer(message.id, message.request);
      break;
    case 'close':
      void close();
      break;
  }
});

const metricsTimer = setInterval(() => post({ kind: 'metrics', samples: partition.metrics() }), METRICS_INTERVAL_MS);
metricsTimer.unref();

for (const stream of start.streams) partition.openStream(stream);
partition.setDiskAvailable(start.isDiskAvailable);
partition.setExporting(start.exportingMode);
try {
  await partition.start();
  post({ kind: 'metrics', samples: partition.metrics() });
  post({ kind: 'started' });
} catch (error) {
  post({ kind: 'startFailed', error: sentError(error) });
  endThread();
}

async function answer(id: number, request: WorkerRequest): Promise<void> {
  try {
    post({ kind: 'answer', id, answer: await partition[request]() });
  } catch (error) {
    post({ kind: 'failure', id, error: sentError(error) });
  }
}

async function close(): Promise<void> {
  try {
    await partition.close();
    frames.flush();
    post({ kind: 'closed' });
  } catch (error) {
    frames.flush();
    post({ kind: 'closed', error: sentError(error) });
  }
  endThread();
}

/** The thread ends by itself when nothing is left to wait for. */
function endThread(): void {
  clearInterval(metricsTimer);
  port.close();
}

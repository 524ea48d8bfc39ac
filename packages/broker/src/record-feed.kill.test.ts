import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { SharedPositions } from '@waggle/protocol';
import { describe, expect, it, onTestFinished } from 'vitest';
import { oneTask } from '../test/models.ts';
import { createInstance, deploy } from '../test/scenario.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { waitUntil } from '../test/wait-until.ts';
import { startBroker } from './broker.ts';
import type { RecordFeed, RecordFeedConnection } from './record-feed.ts';

const WAIT_MS = 20_000;

/** A consumer in a thread that can be killed and started again. */
class ThreadConsumer implements RecordFeed {
  readonly id = 'thread';
  readonly positions: SharedPositions;
  readonly #folder: string;
  #worker: Worker;
  #reconnect: (() => void) | undefined;

  constructor(folder: string, partitionCount: number) {
    this.#folder = folder;
    this.positions = new SharedPositions({ partitionCount });
    this.#worker = this.#start();
    onTestFinished(async () => void (await this.#worker.terminate()));
  }

  connect(partitionId: number): RecordFeedConnection {
    const { port1, port2 } = new MessageChannel();
    this.#worker.postMessage({ partitionId, port: port1 }, [port1]);
    return { port: port2, positions: this.positions.buffer };
  }

  onReconnect(reconnect: () => void): () => void {
    this.#reconnect = reconnect;
    return () => undefined;
  }

  async kill(): Promise<void> {
    await this.#worker.terminate();
    this.#worker = this.#start();
    this.#reconnect?.();
  }

  async stored(partitionId: number): Promise<readonly number[]> {
    const text = await readFile(join(this.#folder, `stored-${partitionId}`), 'utf8').catch(() => '');
    return text.split(/\s/).filter(Boolean).map(Number);
  }

  #start(): Worker {
    return new Worker(new URL('../test/feed-consumer-thread.ts', import.meta.url), {
      workerData: { folder: this.#folder, buffer: this.positions.buffer },
    });
  }
}

describe('a record feed', { timeout: 60_000 }, () => {
  for (const threads of ['main', 'workers'] as const) {
    it(`should lose and double nothing when its consumer is killed again and again, partitions in ${threads}`, async () => {
      // given
      const dataFolder = await temporaryFolder();
      const storeFolder = join(dataFolder, 'store');
      await mkdir(storeFolder);
      const consumer = new ThreadConsumer(storeFolder, 2);
      const start = () =>
        startBroker({
          dataFolder: join(dataFolder, 'data'),
          threads,
          partitionCount: 2,
          recordFeeds: [consumer],
          limiter: false,
        });
      let broker = await start();
      await deploy(broker, oneTask);
      await waitUntil(() => createInstance(broker, 'one-task', 2).then(Boolean, () => false), 'the second partition');

      // when
      for (let round = 0; round < 4; round++) {
        const creations = Array.from({ length: 200 }, (_, at) => createInstance(broker, 'one-task', (at % 2) + 1));
        await creations[20 * round];
        await consumer.kill();
        await Promise.all(creations);
        // then what was answered is known to be committed, and what is committed arrives
        const committed = consumer.positions.committedAll();
        expect(await consumer.positions.waitForExported(committed, WAIT_MS)).toBe(true);
        if (round === 1) {
          await broker.close();
          broker = await start();
        }
      }
      await broker.close();

      // then
      for (const partitionId of [1, 2]) {
        const stored = await consumer.stored(partitionId);
        expect(stored).toEqual(stored.map((_, index) => index + 1));
        expect(stored.length).toBeGreaterThan(2_000);
      }
    });
  }
});

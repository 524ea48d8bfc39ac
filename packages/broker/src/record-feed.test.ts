import { describe, expect, it } from 'vitest';
import { FeedConsumer } from '../test/feed-consumer.ts';
import { ManualClock } from '../test/manual-clock.ts';
import { oneTask } from '../test/models.ts';
import { createInstance, deploy } from '../test/scenario.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { plannedStorage, testBroker } from '../test/test-broker.ts';
import { waitUntil } from '../test/wait-until.ts';
import { startBroker } from './broker.ts';
import type { RecordFeed } from './record-feed.ts';

const WAIT_MS = 20_000;

describe('a record feed', { timeout: 60_000 }, () => {
  it('should know what was committed before the answer of a command arrives, and right after recovery', async () => {
    const dataFolder = await temporaryFolder();
    const consumer = new FeedConsumer();
    const broker = await startBroker({ dataFolder, recordFeeds: [consumer] });
    await deploy(broker, oneTask);
    let last = consumer.positions.committed(1);
    for (let count = 0; count < 10; count++) {
      await createInstance(broker, 'one-task');
      expect(consumer.positions.committed(1)).toBeGreaterThan(last);
      last = consumer.positions.committed(1);
    }
    await broker.close();

    const restarted = new FeedConsumer();
    await testBroker({ dataFolder, recordFeeds: [restarted] });
    expect(restarted.positions.committed(1)).toBe(last);
  });

  it('should hold back what the log forgets, and show how far it is', async () => {
    const dataFolder = await temporaryFolder();
    const consumer = new FeedConsumer();
    consumer.isAutomatic = false;
    const broker = await testBroker({ dataFolder, recordFeeds: [consumer] });
    await deploy(broker, oneTask);
    await broker.checkpoint();
    const sample = (name: string) =>
      broker.metrics().find((one) => one.name === name && one.labels.exporter === 'collecting')?.value;
    expect(sample('waggle_exporter_position')).toBe(0);
    expect(sample('waggle_exporter_lag_records')).toBe(consumer.positions.committed(1));
    consumer.reply({ kind: 'resume', position: 2 });
    await waitUntil(() => sample('waggle_exporter_position') === 2, 'the position');
  });

  it('should be connected again when its consumer starts anew while the broker makes its partitions', async () => {
    // given
    const consumer = new FeedConsumer();
    let connections = 0;
    const connect = () => {
      const connection = consumer.connect();
      if (++connections > 1) return connection;
      queueMicrotask(() => {
        consumer.die();
        consumer.startAnew();
      });
      return connection;
    };
    const feed: RecordFeed = { id: consumer.id, connect, onReconnect: (reconnect) => consumer.onReconnect(reconnect) };

    // when
    const broker = await testBroker({ inMemory: true, recordFeeds: [feed] });
    await deploy(broker, oneTask);

    // then
    const committed = consumer.positions.committedAll();
    expect(await consumer.positions.waitForExported(committed, WAIT_MS)).toBe(true);
  });

  it('should go on behind a full disk', async () => {
    const clock = new ManualClock();
    const { storage } = plannedStorage({ failAt: 3, code: 'DISK_FULL' }, {});
    const consumer = new FeedConsumer();
    const broker = await testBroker({ inMemory: true, storage, clock, recordFeeds: [consumer] });
    await deploy(broker, oneTask);
    await createInstance(broker, 'one-task');
    await expect(createInstance(broker, 'one-task')).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
    await waitUntil(async () => {
      await clock.advance(1_000);
      return broker.isReady;
    }, 'the partition to recover');
    await createInstance(broker, 'one-task');
    const committed = consumer.positions.committedAll();
    expect(await consumer.positions.waitForExported(committed, WAIT_MS)).toBe(true);
    expect(consumer.stored).toEqual(consumer.stored.map((_, index) => index + 1));
    expect(consumer.kinds).toEqual(['open', 'batch', 'close', 'open', 'batch']);
  });
});

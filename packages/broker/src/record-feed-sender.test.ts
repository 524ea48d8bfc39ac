import type { LogBatch, PartitionLog } from '@waggle/engine';
import { createMemoryLog } from '@waggle/log';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FeedConsumer } from '../test/feed-consumer.ts';
import { settled } from '../test/manual-clock.ts';
import { batchOf, eventRecord } from '../test/record-samples.ts';
import { waitUntil } from '../test/wait-until.ts';
import { FEED_WINDOW_BYTES, RecordFeedSender } from './record-feed-sender.ts';

let log: PartitionLog;
let consumer: FeedConsumer;
let sender: RecordFeedSender;
let warnings: string[];
let position: number;

beforeEach(() => {
  log = createMemoryLog();
  consumer = new FeedConsumer();
  warnings = [];
  position = 0;
  const logger = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) });
  sender = new RecordFeedSender({ id: 'collecting', partitionId: 1, logger });
  sender.connect(consumer.connect());
});
afterEach(async () => {
  await sender.stop();
  sender.close();
});

async function append(...batches: readonly LogBatch[]): Promise<void> {
  for (const batch of batches) {
    await log.append(batch);
    sender.onDurable(batch);
  }
}

const records = (count: number): LogBatch =>
  batchOf(Array.from({ length: count }, () => eventRecord({ position: ++position })));

function large(bytes: number): LogBatch {
  position++;
  return { firstPosition: position, lastPosition: position, data: new Uint8Array(bytes) };
}

const stored = (count: number) => waitUntil(() => consumer.stored.length === count, `${count} records`);

describe('RecordFeedSender', () => {
  it('should feed what is in the log and what comes, and tell how far the consumer is', async () => {
    await append(records(2), records(1));
    sender.open(log);
    await stored(3);
    await append(records(2));
    await stored(5);
    expect(consumer.stored).toEqual([1, 2, 3, 4, 5]);
    expect(consumer.messages[0]).toEqual({ kind: 'open', partitionId: 1, firstPosition: 1, lastPosition: 3 });
    await waitUntil(() => sender.position === 5, 'the acknowledgement');
    expect(sender.lagRecords).toBe(0);
  });

  it('should keep the whole log until the consumer has said where to resume', async () => {
    consumer.isAutomatic = false;
    await append(records(3));
    sender.open(log);
    await waitUntil(() => consumer.messages.length === 1, 'the opening');
    await settled();
    expect(consumer.batches).toBe(0);
    expect(await sender.persistPosition()).toBe(0);
    expect(sender.lagRecords).toBe(3);
    consumer.reply({ kind: 'resume', position: 2 });
    await waitUntil(() => consumer.batches === 1, 'the batch with position 3');
    expect(await sender.persistPosition()).toBe(2);
  });

  it('should have no more on its way than the window, and go on as the consumer takes', async () => {
    consumer.isAutomatic = false;
    const bytes = FEED_WINDOW_BYTES / 4;
    sender.open(log);
    consumer.reply({ kind: 'resume', position: 0 });
    await settled();
    await append(...Array.from({ length: 10 }, () => large(bytes)));
    await waitUntil(() => consumer.batches === 4, 'a full window');
    await settled();
    expect(consumer.batches).toBe(4);
    consumer.reply({ kind: 'taken', bytes });
    await waitUntil(() => consumer.batches === 5, 'the fifth');
    await settled();
    expect(consumer.batches).toBe(5);
    consumer.reply({ kind: 'taken', bytes: 4 * bytes });
    await waitUntil(() => consumer.batches === 9, 'the ninth');
  });

  it('should send a batch larger than the window alone', async () => {
    consumer.isAutomatic = false;
    sender.open(log);
    consumer.reply({ kind: 'resume', position: 0 });
    await settled();
    await append(large(FEED_WINDOW_BYTES + 1), large(1));
    await waitUntil(() => consumer.batches === 1, 'the large one');
    await settled();
    expect(consumer.batches).toBe(1);
    consumer.reply({ kind: 'taken', bytes: FEED_WINDOW_BYTES + 1 });
    await waitUntil(() => consumer.batches === 2, 'the one behind it');
  });

  it('should send nothing while paused, and acknowledge nothing to the log while softly paused', async () => {
    sender.open(log);
    await append(records(1));
    await stored(1);
    sender.setMode('paused');
    await append(records(1));
    await settled();
    expect(consumer.stored).toEqual([1]);
    await waitUntil(() => sender.position === 1, 'the acknowledgement');
    sender.setMode('softPaused');
    await stored(2);
    await waitUntil(() => sender.position === 2, 'the acknowledgement');
    expect(await sender.persistPosition()).toBe(1);
    sender.setMode('exporting');
    expect(await sender.persistPosition()).toBe(2);
  });

  it('should ask a consumer where to resume each time the log opens again', async () => {
    sender.open(log);
    await append(records(2));
    await stored(2);
    await sender.stop();
    await append(records(1));
    sender.open(log);
    await append(records(1));
    await stored(4);
    expect(consumer.stored).toEqual([1, 2, 3, 4]);
    expect(consumer.kinds).toEqual(['open', 'batch', 'close', 'open', 'batch']);
  });

  it('should keep the log for a consumer that died, and go on where the next one resumes', async () => {
    sender.open(log);
    await append(records(2));
    await stored(2);
    consumer.die();
    await waitUntil(() => sender.failures === 1, 'the loss');
    await append(records(2));
    expect(sender.lagRecords).toBe(2);
    expect(await sender.persistPosition()).toBe(2);
    sender.connect(consumer.connect());
    await stored(4);
    expect(consumer.stored).toEqual([1, 2, 3, 4]);
    expect(warnings.join()).toMatch(/consumer of the feed is gone/);
  });

  it('should begin anew when the consumer resumes a second time', async () => {
    consumer.isAutomatic = false;
    await append(records(2), records(2));
    sender.open(log);
    consumer.reply({ kind: 'resume', position: 0 });
    consumer.reply({ kind: 'resume', position: 2 });
    const lastFirst = () => {
      const last = consumer.messages.at(-1);
      return last?.kind === 'batch' ? last.firstPosition : 0;
    };
    await waitUntil(() => lastFirst() === 3, 'the batch behind the second position');
    await settled();
    await append(records(1));
    await waitUntil(() => lastFirst() === 5, 'the next batch');
  });

  it('should begin anew although what still read for the stream before fails then', async () => {
    // given
    consumer.isAutomatic = false;
    await append(records(2), records(2));
    const { promise, reject } = Promise.withResolvers<never>();
    sender.open(withFirstRead(log, promise));
    consumer.reply({ kind: 'resume', position: 0 });
    await settled();

    // when
    consumer.reply({ kind: 'resume', position: 2 });
    await settled();
    reject(new Error('Expected to read, but the disk does not answer'));

    // then
    await waitUntil(() => consumer.batches === 1, 'the batch behind the second position');
    expect(sender.failures).toBe(0);
  });

  it('should say loudly what is lost when the log no longer has it, and go on', async () => {
    await append(records(2), records(2), records(1));
    await log.compact(5);
    sender.open(log);
    await stored(1);
    expect(consumer.stored).toEqual([5]);
    expect(warnings.join()).toMatch(/records from position 1 to 4 are deleted/);
    expect(sender.failures).toBe(1);
  });

  it('should send nothing to a consumer that has stored more than the log holds', async () => {
    consumer.stored.push(9);
    await append(records(2));
    sender.open(log);
    await waitUntil(() => sender.failures === 1, 'the refusal');
    await append(records(10));
    await settled();
    expect(consumer.batches).toBe(0);
    expect(await sender.persistPosition()).toBe(0);
    expect(warnings.join()).toMatch(/belongs to another data folder/);
  });
});

/** The log, whose first read waits. */
function withFirstRead(log: PartitionLog, first: Promise<never>): PartitionLog {
  const { read } = log;
  let reads = 0;
  log.read = (position) => (reads++ === 0 ? endsAs(first) : read.call(log, position));
  return log;
}

// biome-ignore lint/correctness/useYield: it ends before there is anything to give.
async function* endsAs(end: Promise<never>): AsyncGenerator<LogBatch> {
  await end;
}

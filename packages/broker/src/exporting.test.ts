import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FeedConsumer } from '../test/feed-consumer.ts';
import { oneTask } from '../test/models.ts';
import { createInstance, deploy } from '../test/scenario.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { testBroker } from '../test/test-broker.ts';
import { waitUntil } from '../test/wait-until.ts';
import { startBroker } from './broker.ts';
import { jsonLinesExporter } from './json-lines-exporter.ts';

describe('exporting', { timeout: 30_000 }, () => {
  it.each(['main', 'workers'] as const)('should stay paused across restarts, partitions in %s', async (threads) => {
    // given
    const dataFolder = await temporaryFolder();
    const path = join(dataFolder, 'records-{partition}.jsonl');
    const lines = async () => (await readFile(join(dataFolder, 'records-1.jsonl'), 'utf8').catch(() => '')).length;
    const start = () =>
      startBroker({ dataFolder, threads, partitionCount: 2, exporters: [jsonLinesExporter('lines', { path })] });
    const first = await start();
    await deploy(first, oneTask);
    expect(await first.exporting()).toBe('exporting');

    // when
    await first.setExporting('paused');
    await waitUntil(async () => (await first.exporting()) === 'paused', 'the pause');
    const before = await lines();
    await createInstance(first, 'one-task');
    await first.close();
    const second = await start();

    // then
    expect(await second.exporting()).toBe('paused');
    await createInstance(second, 'one-task');
    await second.checkpoint();
    expect(await lines()).toBe(before);
    const mode = second.metrics().find(({ name }) => name === 'waggle_exporting_mode');
    expect(mode?.value).toBe(1);
    await second.setExporting('exporting');
    expect(await second.exporting()).toBe('exporting');
    await waitUntil(async () => (await lines()) > before, 'the records of the pause');
    await second.close();
  });

  it('should be mixed until what was on its way is stored', async () => {
    const consumer = new FeedConsumer();
    const broker = await testBroker({ inMemory: true, recordFeeds: [consumer] });
    await deploy(broker, oneTask);
    await waitUntil(() => consumer.batches > 0, 'a batch');
    consumer.isAutomatic = false;
    const batches = consumer.batches;
    await createInstance(broker, 'one-task');
    await waitUntil(() => consumer.batches > batches, 'the next batch');
    await broker.setExporting('paused');
    expect(await broker.exporting()).toBe('mixed');
    consumer.reply({ kind: 'acknowledge', position: consumer.positions.committed(1) });
    await waitUntil(async () => (await broker.exporting()) === 'paused', 'the pause');
    await broker.setExporting('softPaused');
    expect(await broker.exporting()).toBe('softPaused');
  });

  it('should refuse a file that nobody of us wrote', async () => {
    const dataFolder = await temporaryFolder();
    await (await startBroker({ dataFolder })).close();
    await writeFile(join(dataFolder, 'exporting.json'), '{"mode":"perhaps"}');
    await expect(startBroker({ dataFolder })).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  });
});

import { open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { oneTask } from '../test/models.ts';
import { activateJobs, createInstance, deploy, isInstanceAlive } from '../test/scenario.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { testBroker } from '../test/test-broker.ts';
import { waitUntil } from '../test/wait-until.ts';
import { type Broker, startBroker } from './broker.ts';
import type { ExporterController } from './exporter.ts';

const metricOf = (broker: Broker, metric: string) => broker.metrics().find(({ name }) => name === metric)!.value;

describe('checkpoints', { timeout: 30_000 }, () => {
  it('should make a restart fold only what came behind', async () => {
    const dataFolder = await temporaryFolder();
    const first = await startBroker({ dataFolder, threads: 'main' });
    await deploy(first, oneTask);
    const keys = await Promise.all(Array.from({ length: 20 }, () => createInstance(first, 'one-task')));
    await first.checkpoint();
    expect(metricOf(first, 'waggle_checkpoint_position')).toBe(metricOf(first, 'waggle_log_last_position'));
    await first.close();

    const second = await testBroker({ dataFolder, threads: 'main' });
    expect(metricOf(second, 'waggle_replay_records')).toBe(0);
    expect(await activateJobs(second)).toHaveLength(20);
    expect(await isInstanceAlive(second, keys[0]!)).toBe(true);
  });

  it('should go on beside processing, by time and by bytes of log', async () => {
    const dataFolder = await temporaryFolder();
    for (const limits of [{ checkpointIntervalMs: 1 }, { checkpointLogBytes: 1 }]) {
      const broker = await startBroker({ dataFolder, threads: 'main', limits });
      await deploy(broker, oneTask);
      const positions = new Set<number>();
      await waitUntil(async () => {
        await Promise.all(Array.from({ length: 10 }, () => createInstance(broker, 'one-task')));
        positions.add(metricOf(broker, 'waggle_checkpoint_position'));
        return positions.size > 3;
      }, 'several checkpoints');
      await broker.close();
    }
  });

  it('should rebuild a damaged state from a log that has everything', async () => {
    const dataFolder = await temporaryFolder();
    const first = await startBroker({ dataFolder, threads: 'main' });
    await deploy(first, oneTask);
    const key = await createInstance(first, 'one-task');
    await first.close();
    await writeFile(join(dataFolder, 'partition-1', 'state', 'data.mdb'), 'x'.repeat(10_000));

    const lines: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
    const second = await testBroker({ dataFolder, threads: 'main', logger });
    expect(lines.join()).toContain('Rebuilding the state from the whole log');
    expect(await isInstanceAlive(second, key)).toBe(true);
  });

  it('should not start when the log lost what the checkpoint has', async () => {
    const dataFolder = await temporaryFolder();
    const first = await startBroker({ dataFolder, threads: 'main' });
    await deploy(first, oneTask);
    await first.close();
    await rm(join(dataFolder, 'partition-1', 'log'), { recursive: true });

    for (const threads of ['main', 'workers'] as const) {
      await expect(startBroker({ dataFolder, threads })).rejects.toThrow(/Expected/);
    }
    expect(await readdir(join(dataFolder, 'partition-1', 'state'))).toContain('data.mdb');
  });

  it('should not let two brokers use one folder', async () => {
    const dataFolder = await temporaryFolder();
    await testBroker({ dataFolder, threads: 'main' });
    await expect(startBroker({ dataFolder, threads: 'main' })).rejects.toMatchObject({ code: 'FOLDER_LOCKED' });
  });

  it('should compact the log of a broker in memory', async () => {
    const broker = await testBroker({ inMemory: true });
    await deploy(broker, oneTask);
    await createInstance(broker, 'one-task');
    expect(metricOf(broker, 'waggle_log_first_position')).toBe(1);
    await broker.checkpoint();
    expect(metricOf(broker, 'waggle_log_first_position')).toBeGreaterThan(1);
    await createInstance(broker, 'one-task');
    expect(await activateJobs(broker)).toHaveLength(2);
  });

  it('should keep the log for the slowest exporter, also while that is paused', async () => {
    let controller: ExporterController | undefined;
    let lastSeen = 0;
    const broker = await testBroker({
      inMemory: true,
      exporters: [
        {
          id: 'slow',
          create: () => ({
            configure: () => undefined,
            open: (opened) => {
              controller = opened;
            },
            export: ({ record }) => {
              lastSeen = record.position;
            },
            close: () => undefined,
          }),
        },
      ],
    });
    const lastPosition = () => metricOf(broker, 'waggle_log_last_position');
    await deploy(broker, oneTask);
    await waitUntil(() => lastSeen === lastPosition(), 'all records');
    await broker.checkpoint();
    expect(metricOf(broker, 'waggle_log_first_position')).toBe(1);

    broker.setExporting('paused');
    controller!.updateLastExportedPosition(lastSeen);
    await createInstance(broker, 'one-task');
    await broker.checkpoint();
    expect(metricOf(broker, 'waggle_log_first_position')).toBeLessThanOrEqual(lastSeen);
    expect(metricOf(broker, 'waggle_exporter_lag_records')).toBe(lastPosition() - lastSeen);

    broker.setExporting('exporting');
    await waitUntil(() => lastSeen === lastPosition(), 'the rest');
  });

  it('should not start with a damaged log', async () => {
    const dataFolder = await temporaryFolder();
    const first = await startBroker({ dataFolder, threads: 'main' });
    await deploy(first, oneTask);
    const damagedAt = metricOf(first, 'waggle_log_bytes_written_total') - 100;
    for (let index = 0; index < 50; index++) await createInstance(first, 'one-task');
    await first.close();
    const logFolder = join(dataFolder, 'partition-1', 'log');
    const segment = (await readdir(logFolder)).sort().find((name) => /\d/.test(name))!;
    const file = await open(join(logFolder, segment), 'r+');
    await file.write(Buffer.from('damage'), 0, 6, 4096 + damagedAt);
    await file.close();
    await rm(join(dataFolder, 'partition-1', 'state'), { recursive: true });

    await expect(startBroker({ dataFolder, threads: 'main' })).rejects.toMatchObject({ name: 'LogDamagedError' });
    await expect(startBroker({ dataFolder, threads: 'workers' })).rejects.toMatchObject({ name: 'LogDamagedError' });
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartitionLog } from '@waggle/engine';
import { createMemoryLog } from '@waggle/log';
import { RecordType, TimerIntent } from '@waggle/protocol';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock, settled } from '../test/manual-clock.ts';
import { batchOf, eventRecord } from '../test/record-samples.ts';
import { waitUntil } from '../test/wait-until.ts';
import type { Exporter, ExporterContext, ExporterController, ExporterFilter } from './exporter.ts';
import { ExporterRunner } from './exporter-runner.ts';
import type { RecordView } from './record-view.ts';

/** Remembers what it got; acknowledges when told. */
class CollectingExporter implements Exporter {
  readonly positions: number[] = [];
  readonly filter: ExporterFilter | undefined;
  readonly acknowledges: boolean;
  controller: ExporterController | undefined;
  failuresLeft = 0;
  openFailuresLeft = 0;
  flushes = 0;
  isClosed = false;

  constructor(options: { readonly filter?: ExporterFilter; readonly acknowledges?: boolean } = {}) {
    this.filter = options.filter;
    this.acknowledges = options.acknowledges ?? true;
  }

  configure(context: ExporterContext): void {
    if (this.filter !== undefined) context.setFilter(this.filter);
  }

  open(controller: ExporterController): void {
    if (this.openFailuresLeft-- > 0) throw new Error('not there yet');
    this.controller = controller;
  }

  export(view: RecordView): void {
    if (this.failuresLeft > 0) {
      this.failuresLeft--;
      throw new Error('store is down');
    }
    this.positions.push(view.record.position);
    if (this.acknowledges) this.controller!.updateLastExportedPosition(view.record.position);
  }

  flush(): void {
    this.flushes++;
  }

  close(): void {
    this.isClosed = true;
  }
}

let folder: string;
let log: PartitionLog;
let clock: ManualClock;
let position = 0;
const runners: ExporterRunner[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-exporter-'));
  log = createMemoryLog();
  clock = new ManualClock();
  position = 0;
});
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.stop();
  await rm(folder, { recursive: true });
});

async function append(count: number): Promise<void> {
  const records = Array.from({ length: count }, () => eventRecord({ position: ++position }));
  await log.append(batchOf(records));
  for (const runner of runners) runner.wake();
}

async function run(exporter: Exporter, id = 'collecting'): Promise<ExporterRunner> {
  const runner = new ExporterRunner({
    definition: { id, create: () => exporter },
    partitionId: 1,
    log,
    folder,
    clock,
    logger: pino({ level: 'silent' }),
  });
  runners.push(runner);
  await runner.start('exporting');
  return runner;
}

describe('ExporterRunner', () => {
  it('should export what is there and what comes, in order, and flush when nothing waits', async () => {
    const exporter = new CollectingExporter();
    await append(3);
    const runner = await run(exporter);
    await waitUntil(() => exporter.positions.length === 3, 'three records');
    await append(2);
    await waitUntil(() => runner.position === 5, 'five records');
    expect(exporter.positions).toEqual([1, 2, 3, 4, 5]);
    expect(runner.lagRecords).toBe(0);
    expect(exporter.flushes).toBe(2);
  });

  it('should go on behind the acknowledged position after a restart, and repeat what was not acknowledged', async () => {
    const first = new CollectingExporter({ acknowledges: false });
    await append(4);
    const runner = await run(first);
    await waitUntil(() => first.positions.length === 4, 'four records');
    first.controller!.updateLastExportedPosition(2);
    await runner.stop();
    expect(first.isClosed).toBe(true);

    const second = new CollectingExporter();
    await run(second);
    await waitUntil(() => second.positions.length === 2, 'the rest');
    expect(second.positions).toEqual([3, 4]);
    expect(second.controller!.lastExportedPosition).toBe(2);
  });

  it('should try a failing record again with growing pauses, while another exporter goes on', async () => {
    const failing = new CollectingExporter();
    const healthy = new CollectingExporter();
    failing.failuresLeft = 2;
    const runner = await run(failing, 'failing');
    await run(healthy, 'healthy');
    await append(3);
    await waitUntil(() => healthy.positions.length === 3 && runner.failures === 1, 'one failure');
    expect(runner.position).toBe(0);
    await clock.advance(100);
    await waitUntil(() => runner.failures === 2, 'the second failure');
    await clock.advance(199);
    expect(failing.positions).toEqual([]);
    await clock.advance(1);
    await waitUntil(() => failing.positions.length === 3, 'all records');
    expect(failing.positions).toEqual([1, 2, 3]);
  });

  it('should open again until that works', async () => {
    const exporter = new CollectingExporter();
    exporter.openFailuresLeft = 1;
    await append(1);
    const runner = await run(exporter);
    await waitUntil(() => runner.failures === 1, 'a failed open');
    await clock.advance(100);
    await waitUntil(() => exporter.positions.length === 1, 'the record');
  });

  it('should count refused records as exported once those before are acknowledged', async () => {
    const exporter = new CollectingExporter({
      acknowledges: false,
      filter: { recordTypes: [RecordType.EVENT], accepts: ({ position: at }) => at === 2 },
    });
    await append(4);
    const runner = await run(exporter);
    await waitUntil(() => exporter.flushes === 1, 'all records');
    expect(exporter.positions).toEqual([2]);
    expect(runner.position).toBe(0);
    exporter.controller!.updateLastExportedPosition(2);
    expect(runner.position).toBe(4);
  });

  it('should advance when the filter refuses everything', async () => {
    const exporter = new CollectingExporter({ filter: { valueTypes: [] } });
    await append(4);
    const runner = await run(exporter);
    await waitUntil(() => runner.position === 4, 'the end');
    expect(exporter.positions).toEqual([]);
  });

  it('should export nothing while paused, and store no position while softly paused', async () => {
    const exporter = new CollectingExporter();
    const runner = await run(exporter);
    runner.setMode('paused');
    await append(2);
    await settled();
    expect(exporter.positions).toEqual([]);
    runner.setMode('softPaused');
    await waitUntil(() => runner.position === 2, 'the records');
    expect(await runner.persistPosition()).toBe(0);
    runner.setMode('exporting');
    expect(await runner.persistPosition()).toBe(2);
  });

  it('should begin with the first record the log has when the stored position is gone from it', async () => {
    await append(2);
    await append(2);
    await log.compact(3);
    const exporter = new CollectingExporter();
    await run(exporter);
    await waitUntil(() => exporter.positions.length === 2, 'two records');
    expect(exporter.positions).toEqual([3, 4]);
  });

  it('should run tasks of an exporter until it is closed', async () => {
    const exporter = new CollectingExporter();
    const runner = await run(exporter);
    await waitUntil(() => exporter.controller !== undefined, 'the open');
    const ran: string[] = [];
    exporter.controller!.scheduleTask(10, () => void ran.push('first'));
    exporter.controller!.scheduleTask(20, () => {
      ran.push('second');
      throw new Error('failed');
    });
    exporter.controller!.scheduleTask(30, () => void ran.push('cancelled'))();
    exporter.controller!.scheduleTask(100, () => void ran.push('closed'));
    await clock.advance(50);
    await runner.stop();
    await clock.advance(100);
    expect(ran).toEqual(['first', 'second']);
    expect(runner.failures).toBe(1);
  });

  it('should tell what is wrong with a definition', async () => {
    const runnerOf = (definition: { id: string; module?: string }) =>
      new ExporterRunner({ definition, partitionId: 1, log, folder, clock, logger: pino({ level: 'silent' }) });
    for (const module of [undefined, 'no-such-package', new URL('./clock.ts', import.meta.url).href]) {
      const runner = runnerOf({ id: 'x', ...(module && { module }) });
      await expect(runner.start('exporting')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    }
  });

  it('should keep the record type in view', async () => {
    const seen: string[] = [];
    const exporter = new CollectingExporter({
      filter: {
        accepts: ({ intent, recordType }) => recordType === RecordType.EVENT && intent === TimerIntent.CREATED,
      },
    });
    exporter.export = (view) => void seen.push(JSON.parse(view.toJson()).intent);
    await append(1);
    await run(exporter);
    await waitUntil(() => seen.length === 1, 'the record');
    expect(seen).toEqual(['CREATED']);
  });
});

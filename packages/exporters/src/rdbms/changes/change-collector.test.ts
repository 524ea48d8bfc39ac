import { join } from 'node:path';
import { temporaryFolder } from '@waggle/broker/test';
import {
  bpmn,
  callActivity,
  endEvent,
  flow,
  serviceTask,
  startEngine,
  startEvent,
  type TestEngine,
} from '@waggle/engine/test';
import { JobIntent, type Key, readBatch, type StoredChanges, ValueType, type WatchedChanges } from '@waggle/protocol';
import { processInstanceKeyOf } from '@waggle/secondary-storage';
import { expect, onTestFinished, test } from 'vitest';
import { RdbmsExport } from '../rdbms-export.ts';
import type { RowChanges } from '../row-changes.ts';
import { SqliteWriter } from '../sqlite-writer.ts';
import { ChangeCollector } from './change-collector.ts';
import { SUMMED_INSTANCES_MAX } from './change-sum.ts';

const work = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);
const calling = (id: string, called: string) =>
  bpmn({ id }, startEvent(), callActivity('call', called), endEvent(), flow('start', 'call'), flow('call', 'end'));

const everything: WatchedChanges = { isEverything: true, processInstanceKeys: [] };
const only = (...processInstanceKeys: readonly Key[]): WatchedChanges => ({ isEverything: false, processInstanceKeys });

/** Commits late, as a database that is elsewhere; `onCommit` runs meanwhile. */
class SlowWriter extends SqliteWriter {
  onCommit: () => void = () => undefined;

  override commit(changes: RowChanges, positions: ReadonlyMap<number, number>): void {
    const { onCommit } = this;
    this.onCommit = () => undefined;
    onCommit();
    super.commit(changes, positions);
  }
}

async function exporting() {
  const engine = startEngine();
  const told: StoredChanges[] = [];
  let tell: () => void = () => undefined;
  const collector = new ChangeCollector({
    tell: (changes) => told.push(changes),
    later: (action) => {
      tell = action;
    },
  });
  const writer = new SlowWriter(join(await temporaryFolder(), 'waggle.db'));
  onTestFinished(() => writer.close());
  const rdbmsExport = new RdbmsExport({
    writer,
    changes: collector,
    onCommitted: () => undefined,
    onFailure: () => undefined,
  });
  await rdbmsExport.open();
  let exported = 0;
  /** Exports what the engine did since, then has it told. */
  const settle = async () => {
    for (const data of engine.batches.slice(exported)) add(rdbmsExport, data);
    exported = engine.batches.length;
    await expect.poll(() => rdbmsExport.position(1)).toBe(engine.records.at(-1)!.position);
    await new Promise(setImmediate);
    tell();
  };
  return { engine, collector, writer, told, settle };
}

function add(rdbmsExport: RdbmsExport, data: Uint8Array): void {
  rdbmsExport.add(1, readBatch(data).records.at(-1)!.position, data);
}

function createdInstances(engine: TestEngine, count: number): readonly Key[] {
  return Array.from({ length: count }, () => engine.create('p'));
}

test('should tell what changed and of which instances, once', async () => {
  // given
  const { engine, collector, told, settle } = await exporting();
  engine.deploy(work);
  await settle();
  collector.watch(everything);

  // when
  const keys = createdInstances(engine, 2);
  await settle();
  await settle();

  // then
  expect(told).toHaveLength(1);
  expect(told[0]!.everything!.processInstanceKeys).toEqual(keys);
  expect(new Set(told[0]!.everything!.valueTypes)).toEqual(
    new Set(['PROCESS_INSTANCE_CREATION', 'PROCESS_INSTANCE', 'JOB']),
  );
});

test('should tell nothing while nobody watches', async () => {
  const { engine, collector, told, settle } = await exporting();
  collector.watch(everything);
  engine.deploy(work);
  collector.watch(only());
  await settle();
  expect(told).toEqual([]);
});

test('should say nothing of records that searches do not show', async () => {
  // given
  const { engine, collector, told, settle } = await exporting();
  engine.deploy(work);
  await settle();
  collector.watch(everything);

  // when: it finds nobody
  engine.broadcast('nobody');
  await settle();

  // then
  expect(told).toEqual([]);
});

test.each([
  [SUMMED_INSTANCES_MAX, SUMMED_INSTANCES_MAX],
  [SUMMED_INSTANCES_MAX + 1, undefined],
])('should list %i instances as %s, and tell of one that is watched whatever happens', async (count, listed) => {
  // given
  const { engine, collector, told, settle } = await exporting();
  engine.deploy(work);
  const first = engine.create('p');
  await settle();
  collector.watch({ isEverything: true, processInstanceKeys: [first] });

  // when
  createdInstances(engine, count - 1);
  engine.setVariables(first, { late: true });
  await settle();

  // then
  expect(told[0]!.everything!.processInstanceKeys?.length).toBe(listed);
  expect([...told[0]!.ofInstances]).toEqual([[first, ['VARIABLE']]]);
});

test('should tell all callers of an incident far below them', async () => {
  // given: each calls the next
  const { engine, collector, told, settle } = await exporting();
  engine.deploy(work);
  engine.deploy(calling('middle', 'p'));
  engine.deploy(calling('top', 'middle'));
  engine.create('top');
  const within = instancesOf(engine);
  expect(within).toHaveLength(3);
  const other = engine.create('p');
  await settle();
  collector.watch({ isEverything: true, processInstanceKeys: [...within, other] });

  // when
  const job = engine.records.find(({ valueType }) => valueType === ValueType.JOB)!;
  engine.job(JobIntent.FAIL, job.key, { retries: 0 });
  await settle();

  // then
  const { everything: all, ofInstances } = told[0]!;
  expect(new Set(all!.processInstanceKeys)).toEqual(new Set(within));
  expect(new Set(ofInstances.keys())).toEqual(new Set(within));
  for (const valueTypes of ofInstances.values()) expect(valueTypes).toContain('INCIDENT');
});

test('should tell the caller that what it called began and ended', async () => {
  // given
  const { engine, collector, told, settle } = await exporting();
  engine.deploy(work);
  engine.deploy(calling('top', 'p'));
  const top = engine.create('top');
  await settle();
  collector.watch(only(top));

  // when
  engine.completeJob('work');
  await settle();

  // then
  expect(told[0]!.ofInstances.get(top)).toEqual(['PROCESS_INSTANCE']);
});

test('should tell of the instances whose jobs were given out', async () => {
  const { engine, collector, told, settle } = await exporting();
  engine.deploy(work);
  const [first, second] = createdInstances(engine, 2);
  await settle();
  collector.watch({ isEverything: true, processInstanceKeys: [first!] });

  engine.activate('work', 2);
  await settle();

  expect(told).toEqual([
    {
      everything: { valueTypes: ['JOB_BATCH'], processInstanceKeys: [first, second] },
      ofInstances: new Map([[first, ['JOB_BATCH']]]),
    },
  ]);
});

test('should tell whoever watches while a transaction is under way that it may have changed anything', async () => {
  // given
  const { engine, collector, writer, told, settle } = await exporting();
  engine.deploy(work);
  const [first, second] = createdInstances(engine, 2);
  await settle();
  collector.watch(only(first!));

  // when
  writer.onCommit = () => collector.watch(only(first!, second!));
  engine.setVariables(first!, { one: 1 });
  await settle();

  // then
  const { everything: all, ofInstances } = told[0]!;
  expect(all).toBeUndefined();
  expect(ofInstances.get(first!)).toEqual(['VARIABLE']);
  expect(ofInstances.get(second!)).toContain('PROCESS_INSTANCE');
});

test('should tell of instances that went', async () => {
  const { engine, collector, told, settle } = await exporting();
  engine.deploy(work);
  const key = engine.create('p');
  await settle();
  collector.watch({ isEverything: true, processInstanceKeys: [key] });

  collector.removed([key]);
  await settle();

  expect(told).toEqual([
    {
      everything: { valueTypes: ['HISTORY_DELETION'], processInstanceKeys: [key] },
      ofInstances: new Map([[key, ['HISTORY_DELETION']]]),
    },
  ]);
});

function instancesOf(engine: TestEngine): readonly Key[] {
  return [...new Set(engine.records.map(processInstanceKeyOf))].filter((key) => key !== undefined);
}

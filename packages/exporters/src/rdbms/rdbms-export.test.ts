import { join } from 'node:path';
import { temporaryFolder } from '@waggle/broker/test';
import {
  bpmn,
  changeBatch,
  createBatch,
  deliverItems,
  endEvent,
  flow,
  serviceTask,
  startEngine,
  startEvent,
  TestCluster,
  type TestEngine,
} from '@waggle/engine/test';
import { readBatch } from '@waggle/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { databaseDump } from '../../test/database-dump.ts';
import { RdbmsExport } from './rdbms-export.ts';
import type { RowChanges } from './row-changes.ts';
import { SqliteWriter } from './sqlite-writer.ts';

const work = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);

/** Commits, and then says that it did not: as a connection that breaks before the answer. */
class ForgetfulWriter extends SqliteWriter {
  isForgetful = true;
  readonly commits: number[] = [];

  override commit(changes: RowChanges, positions: ReadonlyMap<number, number>): void {
    super.commit(changes, positions);
    this.commits.push(positions.get(1)!);
    if (this.isForgetful) {
      this.isForgetful = false;
      throw new Error('The connection broke');
    }
  }
}

test('should not commit again what was committed without an answer', async () => {
  // given
  const engine = workedEngine();
  const writer = new ForgetfulWriter(join(await temporaryFolder(), 'waggle.db'));
  const { exporting, failures } = await opened(writer);

  // when
  add(exporting, engine, 0, engine.batches.length);
  await expect.poll(() => writer.exportedPositions().get(1)).toBe(engine.records.at(-1)!.position);
  await exporting.close();

  // then
  expect(failures).toEqual([expect.objectContaining({ message: 'The connection broke' })]);
  expect(new Set(writer.commits).size).toBe(writer.commits.length);
  expect(writer.exportedPositions()).toEqual(new Map([[1, engine.records.at(-1)!.position]]));
});

test('should pass over what it has already', async () => {
  // given
  const engine = workedEngine();
  const path = join(await temporaryFolder(), 'waggle.db');
  const first = await opened(new SqliteWriter(path));
  add(first.exporting, engine, 0, engine.batches.length);
  await first.exporting.close();
  const before = databaseDump(path);

  // when: another one begins two batches earlier, as after a crash
  const second = await opened(new SqliteWriter(path));
  add(second.exporting, engine, engine.batches.length - 2, engine.batches.length);
  await second.exporting.close();

  // then
  expect(databaseDump(path)).toEqual(before);
});

test('should cancel items that a partition told of before it heard of the cancellation', async () => {
  // given
  const cluster = new TestCluster(2);
  const [leader, other] = [cluster.partition(1), cluster.partition(2)];
  leader.deploy(work);
  cluster.settle();
  const key = createBatch(leader, 'CANCEL_PROCESS_INSTANCE', {}, { areItemsDelivered: true })!.record.key;
  changeBatch(leader, 'SUSPEND', key);
  cluster.settle();
  deliverItems(other, key, [other.create('p')], { isLast: false });
  changeBatch(leader, 'CANCEL', key);
  cluster.settle();

  // when: the other partition's records come later
  const path = join(await temporaryFolder(), 'waggle.db');
  const { exporting } = await opened(new SqliteWriter(path));
  add(exporting, leader, 0, leader.batches.length);
  await exporting.close();
  const writer = new SqliteWriter(path);
  const { exporting: later } = await opened(writer);
  add(later, other, 0, other.batches.length, 2);
  await later.close();

  // then
  const count = (state: string) =>
    writer.transact(({ keys }) => keys('SELECT count(*) FROM batch_operation_item WHERE state = ?', [state]));
  expect(await count('ACTIVE')).toEqual([0n]);
  expect(await count('CANCELED')).toEqual([1n]);
});

function workedEngine(): TestEngine {
  const engine = startEngine();
  engine.deploy(work);
  for (let count = 0; count < 5; count++) engine.create('p', { count });
  engine.completeJob('work', { done: true });
  return engine;
}

async function opened(writer: SqliteWriter) {
  const failures: unknown[] = [];
  const exporting = new RdbmsExport({
    writer,
    onCommitted: () => undefined,
    onFailure: (error) => failures.push(error),
  });
  await exporting.open();
  onTestFinished(() => writer.close());
  return { exporting, failures };
}

function add(exporting: RdbmsExport, engine: TestEngine, from: number, to: number, partitionId = 1): void {
  for (const data of engine.batches.slice(from, to)) {
    exporting.add(partitionId, readBatch(data).records.at(-1)!.position, data);
  }
}

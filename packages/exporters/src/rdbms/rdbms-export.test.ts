import { join } from 'node:path';
import { temporaryFolder } from '@waggle/broker/test';
import { bpmn, endEvent, flow, serviceTask, startEngine, startEvent, type TestEngine } from '@waggle/engine/test';
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

function add(exporting: RdbmsExport, engine: TestEngine, from: number, to: number): void {
  for (const data of engine.batches.slice(from, to)) exporting.add(1, readBatch(data).records.at(-1)!.position, data);
}

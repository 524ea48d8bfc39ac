import type { Row, tables } from '@waggle/secondary-storage';
import { expect, test } from 'vitest';
import { RowChanges } from './row-changes.ts';

type Instance = Row<(typeof tables)['process_instance']>;

const key = { process_instance_key: 1n };
const row = { ...key, state: 'ACTIVE', incident_count: 0, end_date: null } as Instance;

function changesOf(change: (changes: RowChanges) => void) {
  const changes = new RowChanges();
  change(changes);
  return [...changes.rows()].flatMap(([, rows]) => [...rows]);
}

test('should write a row that changes within a transaction once', () => {
  expect(
    changesOf((changes) => {
      changes.insert('process_instance', row);
      changes.update('process_instance', key, { end_date: 5 });
      changes.update('process_instance', key, { state: 'COMPLETED' });
    }),
  ).toEqual([{ kind: 'insert', row: { ...row, state: 'COMPLETED', end_date: 5 } }]);
});

test('should join changes of one row', () => {
  expect(
    changesOf((changes) => {
      changes.update('process_instance', key, { end_date: 5 });
      changes.update('process_instance', key, { state: 'SUSPENDED' });
      changes.update('process_instance', key, { end_date: 6 });
    }),
  ).toEqual([{ kind: 'update', key, cells: { state: 'SUSPENDED', end_date: 6 } }]);
});

test('should keep what was told of a row before the row itself', () => {
  expect(
    changesOf((changes) => {
      changes.update('process_instance', key, { business_id: 'order-1' });
      changes.insert('process_instance', row);
    }),
  ).toEqual([{ kind: 'insert', row: { ...row, business_id: 'order-1' } }]);
});

test('should change nothing of a deleted row, and let it come again', () => {
  const deleted = (changes: RowChanges) => {
    changes.insert('process_instance', row);
    changes.delete('process_instance', key);
    changes.update('process_instance', key, { end_date: 5 });
  };
  expect(changesOf(deleted)).toEqual([{ kind: 'delete', key }]);
  expect(
    changesOf((changes) => {
      deleted(changes);
      changes.insert('process_instance', row);
    }),
  ).toEqual([{ kind: 'insert', row }]);
});

test('should run a statement about keys once for many of them', () => {
  // given
  const changes = new RowChanges();

  // when
  for (let key = 1n; key <= 300n; key++) {
    changes.executeFor('DELETE FROM process_instance WHERE process_instance_key IN (?)', key);
    changes.executeFor('DELETE FROM process_instance WHERE process_instance_key IN (?)', key);
  }

  // then
  const { statements } = changes;
  expect(statements.map(({ parameters }) => parameters.length)).toEqual([256, 128]);
  expect(new Set(statements.flatMap(({ parameters }) => parameters)).size).toBe(300);
  expect(statements[1]!.sql.match(/\?/g)).toHaveLength(128);
});

test('should hold nothing after it was cleared', () => {
  const changes = new RowChanges();
  changes.insert('process_instance', row);
  changes.execute('DELETE FROM process_instance', []);
  changes.executeFor('DELETE FROM process_instance WHERE process_instance_key IN (?)', 1n);

  changes.clear();

  expect(changes.isEmpty).toBe(true);
});

test('should add up what is accumulated', () => {
  const counts = { event_time: 0, tenant_id: 'a', process_instances: 1, decision_instances: 2 };
  expect(
    changesOf((changes) => {
      changes.accumulate('usage_metric', counts);
      changes.accumulate('usage_metric', { ...counts, tenant_id: 'b' });
      changes.accumulate('usage_metric', { ...counts, decision_instances: 0 });
    }),
  ).toEqual([
    { kind: 'accumulate', row: { ...counts, process_instances: 2 } },
    { kind: 'accumulate', row: { ...counts, tenant_id: 'b' } },
  ]);
});

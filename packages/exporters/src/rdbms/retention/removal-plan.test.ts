import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteWriter } from '@waggle/secondary-storage';
import { expect, onTestFinished, test } from 'vitest';
import { agingTables, datedTables, deleteSome, dependentsOf } from './removal-plan.ts';

const statements = [
  ...(['process_instance', 'process_definition', 'decision_requirements', 'batch_operation'] as const).flatMap((root) =>
    dependentsOf(root).map(({ sql }) => sql.replaceAll('IN (?)', 'IN (1, 2, 3)')),
  ),
  ...datedTables.map(({ table, column }) => deleteSome(table, `${column} <= 5`)),
  ...agingTables.map(({ table, column }) => deleteSome(table, `${column} < 5`)),
].map((sql) => sql.replace('LIMIT ?', 'LIMIT 5'));

test('should find what goes without looking through a table', () => {
  // given
  const folder = mkdtempSync(join(tmpdir(), 'waggle-removal-'));
  const database = openSqliteWriter(join(folder, 'waggle.db'));
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  // when
  const scanned = statements.filter((sql) =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .some(({ detail }) => /^SCAN/.test(String(detail))),
  );

  // then
  expect(statements.length).toBeGreaterThan(15);
  expect(scanned, 'Expected an index for each of these: without one they hold up the export').toEqual([]);
});

test('should remove what belongs to rows before the rows that lead to it', () => {
  const order = dependentsOf('process_instance').map(({ table }) => table);
  expect(order.indexOf('incident_scope')).toBeLessThan(order.indexOf('incident'));
  expect(order.indexOf('user_task_candidate')).toBeLessThan(order.indexOf('user_task'));
});

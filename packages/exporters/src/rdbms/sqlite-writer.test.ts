import { join } from 'node:path';
import { temporaryFolder } from '@waggle/broker/test';
import { openSqliteReader } from '@waggle/secondary-storage';
import { onTestFinished, test } from 'vitest';
import { RowChanges } from './row-changes.ts';
import { SqliteWriter } from './sqlite-writer.ts';

test('should make durable what it wrote while somebody reads', async () => {
  // given
  const path = join(await temporaryFolder(), 'waggle.db');
  const writer = new SqliteWriter(path);
  writer.makeDurable();
  const reader = openSqliteReader(path);
  onTestFinished(() => {
    reader.close();
    writer.close();
  });
  reader.exec('BEGIN');
  reader.prepare('SELECT * FROM exported_position').all();

  // when
  writer.commit(new RowChanges(), new Map([[1, 7]]));

  // then: no failure; whether the disk has it shows only when the power fails
  writer.makeDurable();
});

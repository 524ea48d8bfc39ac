/** How large the file gets under a load that goes on, with the real writer and rows as an export makes them. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Key } from '@waggle/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { RowChanges } from '../row-changes.ts';
import { SqliteWriter } from '../sqlite-writer.ts';
import { Retention } from './retention.ts';
import { DEFAULT_RETENTION } from './retention-settings.ts';

const INSTANCES_PER_ROUND = 200;
const VARIABLE = JSON.stringify('x'.repeat(1_000));

function startStore() {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-retention-'));
  const path = join(folder, 'waggle.db');
  const writer = new SqliteWriter(path);
  onTestFinished(() => {
    writer.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const retention = new Retention(writer, DEFAULT_RETENTION);
  let nextKey = 1n;

  /** Instances that ended and are due at once. */
  function end(count: number): void {
    const changes = new RowChanges();
    for (let index = 0; index < count; index++) {
      const key = nextKey++ as Key;
      const common = {
        process_instance_key: key,
        process_definition_key: 1n,
        process_definition_id: 'order',
        tenant_id: '<default>',
        partition_id: 1,
      };
      changes.insert('process_instance', {
        ...common,
        root_process_instance_key: key,
        parent_process_instance_key: null,
        parent_element_instance_key: null,
        process_definition_name: null,
        process_definition_version: 1,
        process_definition_version_tag: null,
        state: 'COMPLETED',
        is_running: false,
        start_date: 1,
        end_date: 2,
        suspended_date: null,
        incident_count: 0,
        has_incident: false,
        tags: '[]',
        business_id: null,
        removal_date: 2,
      });
      changes.insert('variable', {
        ...common,
        variable_key: key,
        name: 'text',
        value: VARIABLE,
        full_value: null,
        is_truncated: false,
        scope_key: key,
      });
    }
    writer.commit(changes, new Map());
  }

  async function cleanUp(): Promise<void> {
    while ((await retention.step(3)) !== undefined);
  }

  /** After a checkpoint, so that all is in the one file. */
  function bytes(): number {
    writer.makeDurable();
    return statSync(path).size;
  }

  return { writer, end, cleanUp, bytes };
}

test('should not let the file grow under a steady load', async () => {
  // given
  const { end, cleanUp, bytes } = startStore();
  for (let round = 0; round < 3; round++) {
    end(INSTANCES_PER_ROUND);
    await cleanUp();
  }
  const before = bytes();

  // when
  for (let round = 0; round < 20; round++) {
    end(INSTANCES_PER_ROUND);
    await cleanUp();
  }

  // then
  expect(bytes()).toBeLessThanOrEqual(before * 1.1);
});

test('should give the disk back what a quieter time does not need', async () => {
  // given
  const { writer, end, cleanUp, bytes } = startStore();
  end(INSTANCES_PER_ROUND);
  const small = bytes();
  for (let round = 0; round < 30; round++) end(INSTANCES_PER_ROUND);
  const large = bytes();
  expect(large).toBeGreaterThan(small * 10);
  await cleanUp();

  // when
  let steps = 0;
  while (writer.shrink()) steps++;

  // then
  expect(steps).toBeGreaterThan(1);
  // Less than what is worth giving back may stay.
  expect(bytes()).toBeLessThan(5 * 1024 * 1024);
});

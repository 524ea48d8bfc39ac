import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { temporaryFolder } from '@waggle/broker/test';
import { bpmn, endEvent, flow, serviceTask, startEvent, TestCluster } from '@waggle/engine/test';
import { ResourceDeletionIntent, readBatch, ValueType } from '@waggle/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { RdbmsExport } from '../rdbms-export.ts';
import { SqliteWriter } from '../sqlite-writer.ts';

const work = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);

test('should drain a deleted definition until the last partition has none of its instances', async () => {
  // given an instance on the second partition
  const cluster = new TestCluster(2);
  const [first, second] = [cluster.partition(1), cluster.partition(2)];
  const { processDefinitionKey } = first.deploy(work).processesMetadata[0]!;
  cluster.settle();
  second.create('p');
  const exported = await exportOf(cluster);
  expect(await exported.states()).toEqual(['ACTIVE']);

  // when
  first.sendAccepted(ValueType.RESOURCE_DELETION, ResourceDeletionIntent.DELETE, {
    resourceKey: processDefinitionKey,
    isDeleteHistory: false,
    resourceType: '',
    resourceId: '',
    tenantId: '',
  });
  cluster.settle();

  // then
  expect(await exported.states()).toEqual(['DRAINING']);

  // when
  second.completeJob('work');

  // then
  expect(await exported.states()).toEqual(['DELETED']);
});

async function exportOf(cluster: TestCluster) {
  const path = join(await temporaryFolder(), 'waggle.db');
  const writer = new SqliteWriter(path);
  onTestFinished(() => writer.close());
  const positions = new Map<number, number>();
  let arrived = (): void => undefined;
  const exporting = new RdbmsExport({
    writer,
    onCommitted(partitionId, position) {
      positions.set(partitionId, position);
      arrived();
    },
    onFailure(error) {
      throw error;
    },
  });
  await exporting.open();
  const added = cluster.partitions.map(() => 0);

  /** States of all definitions when everything is exported. */
  async function states(): Promise<unknown[]> {
    for (const [index, { batches }] of cluster.partitions.entries()) {
      for (const data of batches.slice(added[index])) {
        exporting.add(index + 1, readBatch(data).records.at(-1)!.position, data);
      }
      added[index] = batches.length;
    }
    await new Promise<void>((resolve) => {
      arrived = () => {
        const isComplete = cluster.partitions.every(
          ({ records }, index) => positions.get(index + 1) === records.at(-1)!.position,
        );
        if (isComplete) resolve();
      };
      arrived();
    });
    const database = new DatabaseSync(path, { readOnly: true });
    const rows = database.prepare('SELECT state FROM process_definition').all();
    database.close();
    return rows.map(({ state }) => state);
  }
  return { states };
}

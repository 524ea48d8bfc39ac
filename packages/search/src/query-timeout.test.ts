/** A query that takes too long, in real reader threads. */
import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { SharedPositions } from '@waggle/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { startReadSide } from '../test/read-side.ts';
import { startSearch } from './start-search.ts';

const work = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);

/** Each place of a long value is compared with a long pattern that fits but for its end. */
const SLOW_INSTANCES = 60;
const slowValue = 'a'.repeat(8_000);
const slow = { filter: { value: { $like: `*${'a'.repeat(4_000)}b*` } } };
const QUERY_TIMEOUT_MS = 300;

test('should end a query that takes too long, and answer the others meanwhile', async () => {
  // given
  const { engine, database, exportRecords } = await startReadSide();
  engine.deploy(work);
  for (let count = 0; count < SLOW_INSTANCES; count++) engine.create('p', { text: slowValue });
  await exportRecords();
  const search = startSearch({
    database,
    positions: new SharedPositions({ partitionCount: 1 }).buffer,
    queryTimeoutMs: QUERY_TIMEOUT_MS,
    threadsMax: 1,
  });
  onTestFinished(() => search.close());
  const read = (entity: string, request: object) => search.read({ kind: 'search', entity, request });
  await read('ProcessInstance', {});

  // when
  const first = read('Variable', slow);
  const behind = read('ProcessInstance', { page: { limit: 1 } });

  // then
  await expect(first).rejects.toMatchObject({
    code: 'TIMEOUT',
    message: `Expected an answer of the secondary storage within ${QUERY_TIMEOUT_MS} ms, but the query takes longer. Narrow the filter`,
  });
  expect(JSON.parse((await behind).body!).page).toMatchObject({ totalItems: SLOW_INSTANCES, hasMoreTotalItems: false });
});

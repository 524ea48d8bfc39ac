import {
  bpmn,
  changeBatch,
  createBatch,
  createSuspendedBatch,
  endEvent,
  flow,
  serviceTask,
  startEvent,
} from '@waggle/engine/test';
import { type Key, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const work = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('task'),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
);

async function startInstances(count: number) {
  const waggle = await startReadSide();
  waggle.engine.deploy(work);
  const keys = Array.from({ length: count }, () => waggle.engine.create('p'));
  return { ...waggle, keys };
}

test('should show an operation that is done, and what it did', async () => {
  // given
  const { engine, get, search, keys } = await startInstances(2);

  // when
  const key = createBatch(engine, 'CANCEL_PROCESS_INSTANCE', { processDefinitionId: 'p' })!.record.key;

  // then
  const now = new Date(engine.nowMs).toISOString();
  expect(await get('BatchOperation', key)).toEqual({
    batchOperationKey: String(key),
    state: 'COMPLETED',
    batchOperationType: 'CANCEL_PROCESS_INSTANCE',
    startDate: now,
    endDate: now,
    actorType: 'ANONYMOUS',
    actorId: null,
    operationsTotalCount: 2,
    operationsFailedCount: 0,
    operationsCompletedCount: 2,
    errors: [],
  });
  expect(await search('BatchOperationItem', { filter: { batchOperationKey: String(key) } })).toEqual(
    keys.map((instance) => ({
      operationType: 'CANCEL_PROCESS_INSTANCE',
      batchOperationKey: String(key),
      itemKey: String(instance),
      processInstanceKey: String(instance),
      rootProcessInstanceKey: String(instance),
      state: 'COMPLETED',
      processedDate: now,
      errorMessage: null,
    })),
  );
});

test('should show why an item failed', async () => {
  // given
  const { engine, get, search, keys } = await startInstances(2);

  // when
  const plan = { moveInstructions: [{ sourceElementId: 'task', targetElementId: 'nowhere' }] };
  const key = createBatch(engine, 'MODIFY_PROCESS_INSTANCE', { processDefinitionId: 'p' }, plan)!.record.key;

  // then
  expect(await get('BatchOperation', key)).toMatchObject({
    state: 'COMPLETED',
    operationsTotalCount: 2,
    operationsFailedCount: 2,
    operationsCompletedCount: 0,
  });
  expect(await search('BatchOperationItem', { filter: { itemKey: String(keys[1]), state: 'FAILED' } })).toMatchObject([
    { processInstanceKey: String(keys[1]), errorMessage: expect.stringContaining("'nowhere'") },
  ]);
});

test('should follow an operation that is suspended, resumed and canceled', async () => {
  // given
  const { engine, get, search } = await startInstances(1);
  const key = createSuspendedBatch(engine);
  const state = async () => (await get('BatchOperation', key)).state;
  const items = async () => (await search('BatchOperationItem')).map((item) => item.state);

  // when, then
  expect(await state()).toBe('SUSPENDED');
  expect(await items()).toEqual(['ACTIVE']);
  changeBatch(engine, 'CANCEL', key);
  expect(await state()).toBe('CANCELED');
  expect(await items()).toEqual(['CANCELED']);

  const resumed = createSuspendedBatch(engine);
  changeBatch(engine, 'RESUME', resumed);
  expect(await get('BatchOperation', resumed)).toMatchObject({ state: 'COMPLETED', operationsCompletedCount: 1 });
});

test('should count what ends otherwise as no success of the operation', async () => {
  // given
  const { engine, get, keys } = await startInstances(2);
  const key = createSuspendedBatch(engine);
  engine.send(
    ValueType.PROCESS_INSTANCE,
    ProcessInstanceIntent.CANCEL,
    engine.events(ValueType.PROCESS_INSTANCE)[0]!.value,
    keys[0] as Key,
  );

  // when
  changeBatch(engine, 'RESUME', key);

  // then
  expect(await get('BatchOperation', key)).toMatchObject({
    operationsTotalCount: 2,
    operationsFailedCount: 1,
    operationsCompletedCount: 1,
  });
});

test('should find operations by what they do and how they are', async () => {
  // given
  const { engine, search } = await startInstances(1);
  createBatch(engine, 'RESOLVE_INCIDENT', { processDefinitionId: 'p' });
  engine.advance(1_000);
  createBatch(engine, 'CANCEL_PROCESS_INSTANCE', { processDefinitionId: 'p' });
  const found = async (filter: object) =>
    (await search('BatchOperation', { filter: { ...filter }, sort: [{ field: 'startDate', order: 'DESC' }] })).map(
      ({ batchOperationType }) => batchOperationType,
    );

  // when, then
  expect(await found({})).toEqual(['CANCEL_PROCESS_INSTANCE', 'RESOLVE_INCIDENT']);
  expect(await found({ operationType: 'RESOLVE_INCIDENT' })).toEqual(['RESOLVE_INCIDENT']);
  expect(await found({ state: { $in: ['ACTIVE', 'CREATED'] } })).toEqual([]);
  expect(await found({ batchOperationKey: '9a1f6c1e-2c54-4a3d-8e61-7a54bb5b9f3e' })).toEqual([]);
  expect(await found({ actorType: 'ANONYMOUS' })).toHaveLength(2);
});

test('should find the instances an operation worked on', async () => {
  // given
  const { engine, search, keys } = await startInstances(2);
  const key = createBatch(engine, 'CANCEL_PROCESS_INSTANCE', { processInstanceKey: String(keys[0]) })!.record.key;
  const found = async (filter: object) =>
    (await search('ProcessInstance', { filter: { ...filter } })).map(({ processInstanceKey }) => processInstanceKey);

  // when, then
  const [worked, other] = keys.map(String);
  expect(await found({ batchOperationKey: String(key) })).toEqual([worked]);
  expect(await found({ batchOperationId: { $like: `${String(key).slice(0, -1)}?` } })).toEqual([worked]);
  expect(await found({ batchOperationKey: { $neq: String(key) } })).toEqual([other]);
  expect(await found({ batchOperationKey: { $exists: true } })).toEqual([worked]);
  expect(await found({ batchOperationKey: 'none' })).toEqual([]);
});

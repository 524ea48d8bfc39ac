import {
  BatchOperationExecutionIntent,
  BatchOperationInitializationIntent,
  HistoryDeletionIntent,
  type Key,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { batchLife, changeBatch, createBatch, deliverItems } from '../../test/batch-operation.ts';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const work = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('task'),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
);

function engineWith(instances: number): { readonly engine: TestEngine; readonly keys: readonly Key[] } {
  const engine = startEngine();
  engine.deploy(work);
  return { engine, keys: Array.from({ length: instances }, () => engine.create('p')) };
}

/** What only a search index can tell. */
const filter = { startDate: { $lt: '2031-01-01T00:00:00Z' } };

function createDelivered(engine: TestEngine): Key {
  return createBatch(engine, 'CANCEL_PROCESS_INSTANCE', filter, { areItemsDelivered: true })!.record.key;
}

describe('batch operations whose items are delivered', () => {
  it('should wait for the items and work on them page by page', () => {
    // given
    const { engine, keys } = engineWith(3);
    const [first, second, third] = keys as [Key, Key, Key];
    const key = createDelivered(engine);
    expect(batchLife(engine)).toEqual([]);

    // when
    const page = deliverItems(engine, key, [first, second], { isLast: false });
    expect(engine.isTerminated(first)).toBe(false);
    deliverItems(engine, key, [third], { after: String(second) });

    // then
    expect(page?.record.intent).toBe(BatchOperationInitializationIntent.INITIALIZING);
    expect(keys.every((each) => engine.isTerminated(each))).toBe(true);
    expect(batchLife(engine)).toEqual(['COMPLETED']);
  });

  it('should take each page once', () => {
    // given
    const { engine, keys } = engineWith(2);
    const [first, second] = keys as [Key, Key];
    const key = createDelivered(engine);
    deliverItems(engine, key, [first], { isLast: false });

    // when
    const repeated = rejectionOf(deliverItems(engine, key, [first], { isLast: false }));
    deliverItems(engine, key, [second], { after: String(first) });
    const late = rejectionOf(deliverItems(engine, key, [second], { after: String(first) }));

    // then
    expect(repeated).toMatch(/^INVALID_STATE/);
    expect(late).toMatch(/^NOT_FOUND/);
    const executed = engine
      .events(ValueType.BATCH_OPERATION_EXECUTION, BatchOperationExecutionIntent.EXECUTED)
      .flatMap(({ value }) => value.itemKeys);
    expect(executed).toEqual(keys);
  });

  it('should take items while suspended and work on them afterwards', () => {
    // given
    const { engine, keys } = engineWith(1);
    const key = createDelivered(engine);
    changeBatch(engine, 'SUSPEND', key);

    // when
    deliverItems(engine, key, keys);
    const again = rejectionOf(deliverItems(engine, key, keys));
    expect(engine.isTerminated(keys[0]!)).toBe(false);
    changeBatch(engine, 'RESUME', key);

    // then
    expect(again).toMatch(/^ALREADY_EXISTS/);
    expect(engine.isTerminated(keys[0]!)).toBe(true);
    expect(batchLife(engine)).toEqual(['SUSPENDED', 'RESUMED', 'COMPLETED']);
  });

  it('should complete at once without items, and fail when they cannot be found', () => {
    // given
    const { engine } = engineWith(1);

    // when
    deliverItems(engine, createDelivered(engine), []);
    deliverItems(engine, createDelivered(engine), [], { failure: 'Expected a database, but it is away' });

    // then
    expect(batchLife(engine)).toEqual(['COMPLETED', 'FAILED']);
    const [failed] = engine.events(ValueType.BATCH_OPERATION_PARTITION_LIFECYCLE).slice(-1);
    expect(failed?.value.errors).toEqual([
      { partitionId: 1, type: 'QUERY_FAILED', message: 'Expected a database, but it is away' },
    ]);
  });

  it('should delete what decisions decided, which only a search index finds', () => {
    // given
    const { engine, keys } = engineWith(1);

    // when
    const refused = rejectionOf(createBatch(engine, 'DELETE_DECISION_INSTANCE', {}));
    const key = createBatch(engine, 'DELETE_DECISION_INSTANCE', {}, { areItemsDelivered: true })!.record.key;
    deliverItems(engine, key, keys);

    // then
    expect(refused).toMatch(/^INVALID_ARGUMENT: Expected a search index/);
    expect(engine.events(ValueType.HISTORY_DELETION, HistoryDeletionIntent.DELETED)).toMatchObject([
      { key: keys[0], value: { resourceKey: keys[0], resourceType: 'DECISION_INSTANCE' } },
    ]);
  });
});

import {
  BatchOperationExecutionIntent,
  BatchOperationPartitionLifecycleIntent,
  HistoryDeletionIntent,
  JobIntent,
  type Key,
  NO_JOB_CHANGE,
  ProcessInstanceIntent,
  ProcessInstanceMigrationIntent,
  ProcessInstanceModificationIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { batchLife, changeBatch, createBatch, createSuspendedBatch } from '../../test/batch-operation.ts';
import { bpmn, callActivity, endEvent, flow, scriptTask, serviceTask, startEvent } from '../../test/bpmn.ts';
import { checkInvariants, startEngine } from '../../test/invariants.ts';
import { eventsOf, rejectionOf } from '../../test/outcome.ts';
import { TestCluster } from '../../test/test-cluster.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const task = (id: string) =>
  bpmn(
    { id },
    startEvent(),
    serviceTask('task'),
    serviceTask('next'),
    endEvent(),
    flow('start', 'task'),
    flow('task', 'next'),
    flow('next', 'end'),
  );

function engineWith(instances: number): { readonly engine: TestEngine; readonly keys: readonly Key[] } {
  const engine = startEngine();
  engine.deploy(task('p'));
  return { engine, keys: Array.from({ length: instances }, (_, index) => engine.create('p', { index })) };
}

const executed = (engine: TestEngine) =>
  engine
    .events(ValueType.BATCH_OPERATION_EXECUTION, BatchOperationExecutionIntent.EXECUTED)
    .flatMap(({ value }) => value.itemKeys);
const failures = (engine: TestEngine) =>
  engine.events(ValueType.BATCH_OPERATION_EXECUTION, BatchOperationExecutionIntent.ITEM_FAILED);

describe('batch operations', () => {
  it('should find their items, work on each by a command of its own, and complete', () => {
    // given
    const { engine, keys } = engineWith(3);

    // when
    let key: Key | undefined;
    const events = eventsOf(engine, () => {
      key = createBatch(engine, 'CANCEL_PROCESS_INSTANCE', { processDefinitionId: 'p' })?.record.key;
    });

    // then
    expect(events.filter((event) => event.startsWith('BATCH_OPERATION'))).toEqual([
      'BATCH_OPERATION_CREATION CREATED',
      'BATCH_OPERATION_CHUNK CREATED',
      'BATCH_OPERATION_INITIALIZATION INITIALIZED',
      'BATCH_OPERATION_EXECUTION EXECUTING',
      'BATCH_OPERATION_EXECUTION EXECUTED',
      'BATCH_OPERATION_EXECUTION EXECUTED',
      'BATCH_OPERATION_PARTITION_LIFECYCLE PARTITION_COMPLETED',
      'BATCH_OPERATION_LIFECYCLE_MANAGEMENT COMPLETED',
    ]);
    expect(keys.every((each) => engine.isTerminated(each))).toBe(true);
    const terminated = engine.events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_TERMINATED);
    expect(new Set(terminated.map(({ batchOperationReference }) => batchOperationReference))).toEqual(new Set([key]));
  });

  it('should complete at once without items', () => {
    const { engine } = engineWith(1);
    createBatch(engine, 'CANCEL_PROCESS_INSTANCE', { processDefinitionId: 'other' });
    expect(batchLife(engine)).toEqual(['COMPLETED']);
    expect(executed(engine)).toEqual([]);
  });

  it('should search and execute many instances in bounded steps, each exactly once', () => {
    // given
    const { engine, keys } = engineWith(1300);

    // when
    createBatch(engine, 'CANCEL_PROCESS_INSTANCE', {});

    // then
    expect(batchLife(engine)).toEqual(['COMPLETED']);
    expect(executed(engine)).toEqual(keys);
    expect(engine.living()).toEqual([]);
    const chunks = engine.events(ValueType.BATCH_OPERATION_CHUNK).map(({ value }) => value.items.length);
    expect(Math.max(...chunks)).toBe(500);
    expect(chunks.reduce((sum, count) => sum + count)).toBe(1300);
  });

  it('should count an item that is gone when its turn comes, and go on', () => {
    // given
    const { engine, keys } = engineWith(3);
    const key = createSuspendedBatch(engine);
    engine.cancel(keys[1]!);

    // when
    changeBatch(engine, 'RESUME', key);

    // then
    expect(failures(engine).map(({ value }) => [value.itemKeys, value.errorType])).toEqual([[[keys[1]], 'NOT_FOUND']]);
    expect(failures(engine)[0]?.value.errorMessage).toContain(`with key '${keys[1]}'`);
    expect(batchLife(engine)).toEqual(['SUSPENDED', 'RESUMED', 'COMPLETED']);
    expect(engine.living()).toEqual([]);
  });

  it('should stand still while suspended, go on when resumed, also after a restart', () => {
    // given
    const { engine } = engineWith(3);
    const key = createSuspendedBatch(engine);

    // when
    const restarted = engine.restarted();

    // then
    expect(restarted.living()).toHaveLength(6);
    expect(rejectionOf(changeBatch(restarted, 'SUSPEND', key))).toBe(
      `INVALID_STATE: Expected to suspend a batch operation with key '${key}', but it is suspended already`,
    );
    changeBatch(restarted, 'RESUME', key);
    expect(restarted.living()).toEqual([]);
    expect(rejectionOf(changeBatch(restarted, 'RESUME', key))).toMatch(/^NOT_FOUND: /);
    checkInvariants(restarted);
  });

  it('should leave the rest alone when canceled', () => {
    const { engine } = engineWith(3);
    const key = createSuspendedBatch(engine);
    changeBatch(engine, 'CANCEL', key);
    expect(engine.living()).toHaveLength(6);
    expect(batchLife(engine)).toEqual(['SUSPENDED', 'CANCELED']);
    expect(rejectionOf(changeBatch(engine, 'CANCEL', key))).toMatch(/^NOT_FOUND: .*no such batch operation/);
  });

  it('should cancel only root instances', () => {
    // given
    const engine = startEngine();
    engine.deploy(task('p'));
    engine.deploy(
      bpmn(
        { id: 'caller' },
        startEvent(),
        callActivity('call', 'p'),
        endEvent(),
        flow('start', 'call'),
        flow('call', 'end'),
      ),
    );
    const root = engine.create('caller');

    // when
    createBatch(engine, 'CANCEL_PROCESS_INSTANCE', { processDefinitionId: 'p' });
    expect(executed(engine)).toEqual([]);
    createBatch(engine, 'CANCEL_PROCESS_INSTANCE', { hasIncident: false });

    // then
    expect(executed(engine)).toEqual([root]);
    expect(engine.living()).toEqual([]);
  });

  it('should resolve incidents, and give jobs without retries one more', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        scriptTask('script', '=assert(x, x != null)', 'y'),
        serviceTask('task'),
        endEvent(),
        flow('start', 'script'),
        flow('script', 'task'),
        flow('task', 'end'),
      ),
    );
    const stopped = engine.create('p');
    engine.create('p', { x: 1 });
    const [job] = engine.activate('task', 1);
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0 });
    engine.setVariables(stopped, { x: 2 });
    expect(engine.incidents()).toHaveLength(2);

    // when
    createBatch(engine, 'RESOLVE_INCIDENT', { hasIncident: true });

    // then
    expect(engine.incidents()).toEqual([]);
    expect(failures(engine)).toEqual([]);
    expect(engine.activate('task')).toHaveLength(2);
  });

  it('should move tokens and migrate to another definition', () => {
    // given
    const { engine, keys } = engineWith(2);
    const { processesMetadata } = engine.deploy(task('q'));
    const targetProcessDefinitionKey = processesMetadata[0]!.processDefinitionKey;

    // when
    createBatch(
      engine,
      'MODIFY_PROCESS_INSTANCE',
      { elementId: 'task' },
      { moveInstructions: [{ sourceElementId: 'task', targetElementId: 'next' }] },
    );
    createBatch(
      engine,
      'MIGRATE_PROCESS_INSTANCE',
      { processInstanceKey: { $in: [String(keys[0])] } },
      { targetProcessDefinitionKey, mappingInstructions: [{ sourceElementId: 'next', targetElementId: 'next' }] },
    );

    // then
    expect(failures(engine)).toEqual([]);
    const { MODIFIED } = ProcessInstanceModificationIntent;
    expect(engine.events(ValueType.PROCESS_INSTANCE_MODIFICATION, MODIFIED).map(({ key }) => key)).toEqual(keys);
    const { MIGRATED } = ProcessInstanceMigrationIntent;
    expect(engine.events(ValueType.PROCESS_INSTANCE_MIGRATION, MIGRATED).map(({ key }) => key)).toEqual([keys[0]]);
    expect(engine.activate('next')).toHaveLength(2);
  });

  it('should suspend what runs and resume what is suspended', () => {
    // given
    const { engine, keys } = engineWith(3);
    createBatch(engine, 'SUSPEND_PROCESS_INSTANCE', { processInstanceKey: { $neq: String(keys[1]) } });
    expect(engine.activate('task')).toHaveLength(1);

    // when
    createBatch(engine, 'SUSPEND_PROCESS_INSTANCE', {});
    createBatch(engine, 'RESUME_PROCESS_INSTANCE', { state: 'SUSPENDED' });

    // then
    const { SUSPENDED, RESUMED } = ProcessInstanceIntent;
    const suspended = engine.events(ValueType.PROCESS_INSTANCE, SUSPENDED).map(({ key }) => key);
    expect(suspended).toEqual([keys[0], keys[2], keys[1]]);
    expect(engine.events(ValueType.PROCESS_INSTANCE, RESUMED)).toHaveLength(3);
    expect(failures(engine)).toEqual([]);
  });

  it('should update the jobs a filter chooses', () => {
    // given
    const { engine, keys } = engineWith(4);
    const jobs = engine.activate('task', 2);
    engine.job(JobIntent.FAIL, jobs[0]!.jobKey, { retries: 2, retryBackoff: 60_000, errorMessage: 'no money' });
    const change = { ...NO_JOB_CHANGE, changedAttributes: ['retries', 'priority'], retries: 7, priority: 5 };
    const filters: [object, number][] = [
      [{ state: 'FAILED', errorMessage: { $like: '*money' } }, 1],
      [{ hasFailedWithRetriesLeft: true }, 1],
      [{ worker: 'test' }, 2],
      [{ type: 'task', processInstanceKey: { $in: [String(keys[3])] } }, 1],
      [{ retries: { $lt: 7 } }, 1],
      [{ elementId: 'next' }, 0],
      [{ processDefinitionId: 'p', kind: 'BPMN_ELEMENT', priority: { $gte: 5 } }, 4],
      [{ jobKey: { $neq: String(jobs[1]!.jobKey) } }, 3],
    ];
    const updates = () => engine.events(ValueType.JOB, JobIntent.UPDATED);

    for (const [filter, count] of filters) {
      // when
      const before = updates().length;
      createBatch(engine, 'UPDATE_JOB', filter, { jobChange: change });

      // then
      expect(updates().length - before, JSON.stringify(filter)).toBe(count);
    }
    expect(updates()[0]?.value).toMatchObject({ retries: 7, priority: 5 });
    expect(failures(engine)).toEqual([]);
  });

  it('should delete the history of listed instances, and count those that still run', () => {
    // given
    const { engine, keys } = engineWith(2);
    engine.cancel(keys[0]!);

    // when
    createBatch(engine, 'DELETE_PROCESS_INSTANCE', { processInstanceKey: { $in: keys.map(String) } });

    // then
    expect(engine.events(ValueType.HISTORY_DELETION, HistoryDeletionIntent.DELETED).map(({ key }) => key)).toEqual([
      keys[0],
    ]);
    expect(failures(engine).map(({ value }) => value.errorType)).toEqual(['INVALID_STATE']);
  });

  it.each([
    ['a filter that is no object', 'CANCEL_PROCESS_INSTANCE', [], 'Expected the filter to be a JSON object'],
    [
      'a field that live state does not know',
      'CANCEL_PROCESS_INSTANCE',
      { startDate: { $gt: '2030' } },
      "nothing is known of 'startDate' without a search index",
    ],
    ['a migration without a plan', 'MIGRATE_PROCESS_INSTANCE', {}, 'Expected a migration plan'],
    ['a modification without moves', 'MODIFY_PROCESS_INSTANCE', {}, 'Expected at least one move instruction'],
    [
      'a deletion by anything but keys',
      'DELETE_PROCESS_INSTANCE',
      { processDefinitionId: 'p' },
      "nothing is known of their 'processDefinitionId'",
    ],
    ['a deletion without keys', 'DELETE_PROCESS_INSTANCE', {}, "Expected 'processInstanceKey' to list"],
    ['an update of jobs without a change', 'UPDATE_JOB', {}, 'Expected a new value for'],
    [
      'a field that open jobs do not know',
      'UPDATE_JOB',
      { endTime: {} },
      "nothing is known of 'endTime' without a search index",
    ],
  ] as const)('should be refused for %s', (_what, type, filter, reason) => {
    const { engine } = engineWith(1);
    const text = rejectionOf(createBatch(engine, type, filter));
    expect(text).toMatch(/^INVALID_ARGUMENT: /);
    expect(text).toContain(reason);
    expect(engine.events(ValueType.BATCH_OPERATION_CREATION)).toEqual([]);
  });
});

describe('batch operations on several partitions', () => {
  function clusterWith(partitionCount: number): TestCluster {
    const cluster = new TestCluster(partitionCount);
    cluster.partition(1).deploy(task('p'));
    cluster.settle();
    for (const partition of cluster.partitions) {
      for (let count = 0; count < 20; count++) partition.create('p');
    }
    return cluster;
  }

  it('should work on each partition’s own instances and complete when all are through', () => {
    // given
    const cluster = clusterWith(3);
    const first = cluster.partition(1);

    // when
    const key = createBatch(first, 'CANCEL_PROCESS_INSTANCE', {})?.record.key;
    cluster.settle();

    // then
    expect(batchLife(first)).toEqual(['COMPLETED']);
    for (const partition of cluster.partitions) {
      expect(executed(partition)).toHaveLength(20);
      expect(partition.living()).toEqual([]);
      expect(batchLife(partition)).toEqual(['COMPLETED']);
      const canceling = partition.events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCELING);
      expect(canceling.every(({ batchOperationReference }) => batchOperationReference === key)).toBe(true);
      checkInvariants(partition);
    }
  });

  it('should wait for a partition that is down, and survive lost reports', () => {
    // given
    const cluster = clusterWith(2);
    let lost = 0;
    cluster.loses = ({ valueType }) => valueType === ValueType.BATCH_OPERATION_PARTITION_LIFECYCLE && lost++ === 0;
    cluster.takeDown(2);
    createBatch(cluster.partition(1), 'CANCEL_PROCESS_INSTANCE', {});
    cluster.settle();
    expect(batchLife(cluster.partition(1))).toEqual([]);

    // when
    cluster.bringUp(2);
    cluster.advance(90_000);

    // then
    expect(lost).toBeGreaterThan(1);
    for (const partition of cluster.partitions) {
      expect(batchLife(partition)).toEqual(['COMPLETED']);
      expect(executed(partition)).toHaveLength(20);
      checkInvariants(partition);
    }
  });

  it('should not begin again when its creation arrives once more behind its end', () => {
    // given
    const cluster = clusterWith(2);
    const [first, second] = cluster.partitions as [TestEngine, TestEngine];
    createBatch(first, 'CANCEL_PROCESS_INSTANCE', {});
    cluster.settle();
    const [created] = second.events(ValueType.BATCH_OPERATION_CREATION);
    const survivor = second.create('p');

    // when
    second.engine.process(
      second.command(ValueType.BATCH_OPERATION_CREATION, 0, created!.value, created!.key),
      second.nowMs,
    );
    second.settle();

    // then
    expect(second.rejections().at(-1)?.rejectionReason).toContain('was here before');
    expect(second.isTerminated(survivor)).toBe(false);
  });

  it('should suspend, resume and cancel everywhere', () => {
    // given
    const cluster = clusterWith(2);
    cluster.takeDown(2);
    const [first, second] = cluster.partitions as [TestEngine, TestEngine];
    const key = createBatch(first, 'CANCEL_PROCESS_INSTANCE', {})!.record.key;
    changeBatch(first, 'SUSPEND', key);
    changeBatch(first, 'CANCEL', key);

    // when
    cluster.bringUp(2);
    cluster.advance(90_000);

    // then
    expect(batchLife(second).at(-1)).toBe('CANCELED');
    for (const partition of cluster.partitions) checkInvariants(partition);
  });

  it('should complete with the error of a partition that gave up', () => {
    // given a partition that refuses the filter, as one of an older version would
    const cluster = clusterWith(2);
    const [first, second] = cluster.partitions as [TestEngine, TestEngine];
    cluster.takeDown(2);
    const instances = [first.create('p'), second.create('p')];
    const key = createBatch(first, 'CANCEL_PROCESS_INSTANCE', {})!.record.key;
    cluster.settle();
    const [created] = first.events(ValueType.BATCH_OPERATION_CREATION);
    const value = { ...created!.value, entityFilter: '{"colour": "blue"}' };
    cluster.bringUp(2);

    // when
    second.engine.process(second.command(ValueType.BATCH_OPERATION_CREATION, 0, value, key), second.nowMs);
    second.settle();
    cluster.settle();

    // then the others' part is done
    expect(first.isTerminated(instances[0]!)).toBe(true);
    expect(second.isTerminated(instances[1]!)).toBe(false);
    expect(batchLife(first)).toEqual(['COMPLETED']);
    const { errors } = first.events(ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT)[0]!.value;
    expect(errors).toEqual([{ partitionId: 2, type: 'QUERY_FAILED', message: expect.stringContaining("'colour'") }]);
    cluster.advance(90_000);
    expect(batchLife(second)).toEqual(['COMPLETED']);
    for (const partition of cluster.partitions) checkInvariants(partition);
  });

  it('should fail when every partition gave up', () => {
    // given
    const cluster = clusterWith(2);
    cluster.takeDown(2);
    const [first, second] = cluster.partitions as [TestEngine, TestEngine];
    const key = createSuspendedBatch(first);

    // when
    for (const sourcePartitionId of [1, 2]) {
      first.send(
        ValueType.BATCH_OPERATION_PARTITION_LIFECYCLE,
        BatchOperationPartitionLifecycleIntent.FAIL_PARTITION,
        {
          batchOperationKey: key,
          sourcePartitionId,
          errors: [{ partitionId: sourcePartitionId, type: 'QUERY_FAILED', message: 'no such field' }],
        },
        key,
      );
    }
    cluster.bringUp(2);
    cluster.advance(90_000);

    // then
    for (const partition of [first, second]) {
      expect(batchLife(partition).at(-1)).toBe('FAILED');
      checkInvariants(partition);
    }
  });
});

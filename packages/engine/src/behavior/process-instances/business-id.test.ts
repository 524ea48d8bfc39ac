import {
  JobIntent,
  type Key,
  NO_KEY,
  ProcessInstanceBusinessIdIntent,
  ProcessInstanceCreationIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  callActivity,
  catchEvent,
  endEvent,
  flow,
  message,
  messageEvent,
  serviceTask,
  startEvent,
} from '../../../test/bpmn.ts';
import { startEngine } from '../../../test/invariants.ts';
import { rejectionOf } from '../../../test/outcome.ts';
import { TestCluster } from '../../../test/test-cluster.ts';
import type { TestEngine } from '../../../test/test-engine.ts';

const child = bpmn(
  { id: 'child' },
  startEvent(),
  serviceTask('task'),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
);
const caller = (attributes = '') =>
  bpmn(
    { id: 'caller' },
    startEvent(),
    callActivity('call', 'child', { attributes }),
    endEvent(),
    flow('start', 'call'),
    flow('call', 'end'),
  );

function create(engine: TestEngine, bpmnProcessId: string, options: Parameters<TestEngine['creation']>[1] = {}) {
  return engine.send(
    ValueType.PROCESS_INSTANCE_CREATION,
    ProcessInstanceCreationIntent.CREATE,
    engine.creation(bpmnProcessId, options),
  );
}

function assign(engine: TestEngine, processInstanceKey: Key, businessId: string) {
  return engine.send(
    ValueType.PROCESS_INSTANCE_BUSINESS_ID,
    ProcessInstanceBusinessIdIntent.ASSIGN,
    {
      processInstanceKey,
      businessId,
      bpmnProcessId: '',
      processDefinitionKey: NO_KEY,
      rootProcessInstanceKey: NO_KEY,
      tenantId: '',
    },
    processInstanceKey,
  );
}

describe('business ids', () => {
  it.each([
    ['as the caller’s', '', 'order-17'],
    ['of its own', 'businessId="=&quot;item-&quot; + string(number)"', 'item-3'],
    ['of its own, as plain text', 'businessId="item"', 'item'],
  ])('should be given to called instances: %s', (_what, attributes, expected) => {
    // given
    const engine = startEngine();
    engine.deploy(child, caller(attributes));

    // when
    create(engine, 'caller', { businessId: 'order-17', with: { number: 3 } });

    // then
    const [job] = engine.activate('task');
    expect(job?.businessId).toBe(expected);
    engine.job(JobIntent.COMPLETE, job!.jobKey);
    expect(engine.living()).toEqual([]);
  });

  it('should stop the call when its expression gives none', () => {
    const engine = startEngine();
    engine.deploy(child, caller('businessId="=missing"'));
    const key = engine.create('caller');
    expect(engine.incidents()[0]?.value.errorMessage).toContain("Expected result of the expression 'missing'");
    engine.setVariables(key, { missing: '' });
    engine.resolve(engine.incidents()[0]!.key);
    expect(engine.incidents()[0]?.value.errorMessage).toContain("1 to 256 characters, but 'missing' gives 0");
    engine.setVariables(key, { missing: 'found' });
    engine.resolve(engine.incidents()[0]!.key);
    expect(engine.activate('task')[0]?.businessId).toBe('found');
  });

  it('should be unique among running root instances of a process where that is wanted', () => {
    // given
    const engine = startEngine({ hasUniqueBusinessIds: true });
    engine.deploy(child, caller());
    create(engine, 'child', { businessId: 'order-17' });

    // when
    const second = create(engine, 'child', { businessId: 'order-17' });

    // then
    expect(rejectionOf(second)).toBe(
      "ALREADY_EXISTS: Expected to create an instance of process 'child' with the business id 'order-17', but an active instance holds it already",
    );
    expect(create(engine, 'child', { businessId: 'order-18' })?.record.rejectionReason).toBe('');
    expect(create(engine, 'child')?.record.rejectionReason).toBe('');
    // A called instance has its caller's id without holding it.
    expect(create(engine, 'caller', { businessId: 'order-17' })?.record.rejectionReason).toBe('');
    engine.completeJob('task');
    expect(create(engine, 'child', { businessId: 'order-17' })?.record.rejectionReason).toBe('');
  });

  it('should not be unique otherwise', () => {
    const engine = startEngine();
    engine.deploy(child);
    create(engine, 'child', { businessId: 'order-17' });
    expect(create(engine, 'child', { businessId: 'order-17' })?.record.rejectionReason).toBe('');
  });

  it('should be assigned later to a root instance that has none, once', () => {
    // given
    const engine = startEngine();
    engine.deploy(child, caller());
    const key = engine.create('child');
    create(engine, 'caller');
    const called = engine.keyOf('child');

    // when
    const answer = assign(engine, key, 'order-17');

    // then
    expect(answer?.record).toMatchObject({
      intent: ProcessInstanceBusinessIdIntent.ASSIGNED,
      value: { businessId: 'order-17', bpmnProcessId: 'child' },
    });
    expect(assign(engine, key, 'order-17')?.record.rejectionReason).toBe('');
    expect(rejectionOf(assign(engine, key, 'other'))).toMatch(
      /^INVALID_STATE: .*it has the business id 'order-17' already$/,
    );
    expect(rejectionOf(assign(engine, called, 'x'))).toMatch(/^INVALID_STATE: .*assign it to the root/);
    expect(rejectionOf(assign(engine, key, 'x'.repeat(257)))).toMatch(/^INVALID_ARGUMENT: /);
    expect(rejectionOf(assign(engine, 1n as Key, 'x'))).toMatch(/^NOT_FOUND: /);
    expect(engine.activate('task').find(({ processInstanceKey }) => processInstanceKey === key)?.businessId).toBe(
      'order-17',
    );
  });

  it('should not be assigned later where ids are unique', () => {
    const engine = startEngine({ hasUniqueBusinessIds: true });
    engine.deploy(child);
    expect(rejectionOf(assign(engine, engine.create('child'), 'x'))).toMatch(/^INVALID_STATE: .*at the creation only$/);
  });
});

describe('messages with a business id', () => {
  const waiting = bpmn(
    { id: 'waiting', definitions: message('m', 'paid', '="k"') },
    startEvent(),
    catchEvent('wait', messageEvent('m')),
    endEvent(),
    flow('start', 'wait'),
    flow('wait', 'end'),
  );
  const started = bpmn(
    { id: 'started', definitions: message('m', 'begin') },
    startEvent('start', messageEvent('m')),
    serviceTask('task'),
    endEvent(),
    flow('start', 'task'),
    flow('task', 'end'),
  );

  it('should reach only instances that have it; others reach the oldest', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting);
    const keys = ['a', 'b', 'b', ''].map((businessId) => create(engine, 'waiting', { businessId })!.record.key);

    // when
    engine.publish('paid', 'k', { businessId: 'b' });
    engine.publish('paid', 'k', { businessId: 'c' });

    // then
    expect(keys.map((key) => engine.isCompleted(key))).toEqual([false, true, false, false]);
    engine.publish('paid', 'k');
    expect(keys.map((key) => engine.isCompleted(key))).toEqual([true, true, false, false]);
    expect(rejectionOf(engine.correlate('paid', 'k', {}, 'c'))).toMatch(/^NOT_FOUND: /);
    expect(engine.correlate('paid', 'k', {}, 'b')?.record.value).toMatchObject({ processInstanceKey: keys[2] });
  });

  it('should wait for the instance that has it', () => {
    const engine = startEngine();
    engine.deploy(waiting);
    engine.publish('paid', 'k', { businessId: 'b', ttl: 10_000 });
    const [other, meant] = ['a', 'b'].map((businessId) => create(engine, 'waiting', { businessId })!.record.key);
    expect([other, meant].map((key) => engine.isCompleted(key!))).toEqual([false, true]);
  });

  it('should be handed to the next instance that has it when the first is canceled, on other partitions as well', () => {
    // given
    const cluster = new TestCluster(2);
    cluster.partition(1).deploy(waiting.replace('&quot;k&quot;', 'key').replace('="k"', '=key'));
    cluster.settle();
    const key = cluster.correlationKeyOn(2);
    const first = cluster.partition(1);
    const keys = ['b', 'a', 'b'].map(
      (businessId) => create(first, 'waiting', { businessId, with: { key } })!.record.key,
    );
    cluster.settle();

    // when
    cluster.partition(2).publish('paid', key, { businessId: 'b' });
    first.cancel(keys[0]!);
    cluster.settle();

    // then
    expect(keys.map((each) => first.isCompleted(each))).toEqual([false, false, true]);
    for (const partition of cluster.partitions) expect(partition.replayed().dump()).toEqual(partition.dump());
  });

  it('should be given to instances they start, and start no second one where ids are unique', () => {
    // given
    const engine = startEngine({ hasUniqueBusinessIds: true });
    engine.deploy(started);

    // when
    engine.publish('begin', '', { businessId: 'order-17' });
    engine.publish('begin', '', { businessId: 'order-17' });
    engine.publish('begin', '', { businessId: 'order-18' });

    // then
    expect(engine.activate('task').map(({ businessId }) => businessId)).toEqual(['order-17', 'order-18']);
    expect(rejectionOf(engine.publish('begin', '', { businessId: 'x'.repeat(257) }))).toMatch(/^INVALID_ARGUMENT: /);
  });

  it('should start no second instance on the partition of their correlation key, of others they do not know', () => {
    // given an instance where clients' creations with its business id go
    const cluster = new TestCluster(3, undefined, { hasUniqueBusinessIds: true });
    cluster.partition(1).deploy(started, child);
    cluster.settle();
    const businessId = cluster.correlationKeyOn(2);
    const home = cluster.partitionOfCorrelationKey(businessId);
    home.publish('begin', businessId, { businessId });
    const count = () =>
      cluster.partitions.map((engine) => engine.activate('task').filter((job) => job.businessId === businessId).length);
    expect(count()).toEqual([0, 1, 0]);

    // when
    home.publish('begin', '', { businessId });
    expect(count()).toEqual([0, 0, 0]);
    cluster.partition(3).publish('begin', cluster.correlationKeyOn(3), { businessId });

    // then
    expect(count()).toEqual([0, 0, 1]);
    expect(rejectionOf(create(home, 'started', { businessId }))).toMatch(/^ALREADY_EXISTS: /);
  });
});

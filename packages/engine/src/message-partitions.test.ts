/** Messages whose correlation key belongs to another partition than the instance, over a bus that fails. */
import {
  type Command,
  type Key,
  MessageSubscriptionIntent,
  ProcessMessageSubscriptionIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  catchEvent,
  endEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  message,
  messageEvent,
  serviceTask,
  startEvent,
} from '../test/bpmn.ts';
import { forEachSeed, SEARCH_SECONDS } from '../test/for-each-seed.ts';
import { Random } from '../test/random.ts';
import { TestCluster } from '../test/test-cluster.ts';
import type { Effect } from './effect.ts';
import type { EngineOptions } from './engine.ts';
import { createEngineState } from './state/engine-state.ts';

const RUNS = 250;

const waiting = bpmn(
  { id: 'waiting', definitions: message('m', 'paid', '=key') },
  startEvent(),
  catchEvent('wait', messageEvent('m')),
  endEvent(),
  flow('start', 'wait'),
  flow('wait', 'end'),
);

const noticing = bpmn(
  { id: 'noticing', definitions: message('m', 'paid', '=key') },
  startEvent(),
  serviceTask('task'),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
  eventSubProcess(
    'notice',
    eventSubProcessStart('noticed', messageEvent('m'), { interrupting: false }),
    endEvent('noticeEnd'),
    flow('noticed', 'noticeEnd'),
  ),
);

const interruptible = bpmn(
  { id: 'interruptible', definitions: message('m', 'paid', '=key') },
  startEvent(),
  serviceTask('task'),
  boundaryEvent('interrupt', 'task', messageEvent('m')),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
  flow('interrupt', 'end'),
);

/** Tables that are empty when everything that was sent is acknowledged and no instance is left. */
const PENDING_TABLES = ['pendingSubscriptions', 'pendingCorrelations', 'pendingDistributions'] as const;

describe('messages between partitions', () => {
  it('should correlate an instance whose subscription lies on another partition', () => {
    // given
    const cluster = deployed(2, waiting);
    const key = cluster.correlationKeyOn(2);
    const instance = cluster.partition(1).create('waiting', { key });
    cluster.settle();

    // when
    cluster.partition(2).publish('paid', key, { with: { sum: 3 } });
    cluster.settle();

    // then
    expect(cluster.partition(1).isCompleted(instance)).toBe(true);
    expect(cluster.partition(1).variables(instance)).toEqual({ key, sum: 3 });
    expect(
      cluster
        .partition(2)
        .events(ValueType.MESSAGE_SUBSCRIPTION)
        .map(({ intent }) => intent),
    ).toEqual([
      MessageSubscriptionIntent.CREATED,
      MessageSubscriptionIntent.CORRELATING,
      MessageSubscriptionIntent.CORRELATED,
    ]);
    expect(
      cluster
        .partition(1)
        .events(ValueType.PROCESS_MESSAGE_SUBSCRIPTION)
        .map(({ intent }) => intent),
    ).toEqual([
      ProcessMessageSubscriptionIntent.CREATING,
      ProcessMessageSubscriptionIntent.CREATED,
      ProcessMessageSubscriptionIntent.CORRELATED,
      ProcessMessageSubscriptionIntent.DELETED,
    ]);
    expectNothingLeft(cluster);
  });

  for (const [what, valueType, intent] of [
    ['the request to open', ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.CREATE],
    ['the answer to the opening', ValueType.PROCESS_MESSAGE_SUBSCRIPTION, ProcessMessageSubscriptionIntent.CREATE],
    ['the message', ValueType.PROCESS_MESSAGE_SUBSCRIPTION, ProcessMessageSubscriptionIntent.CORRELATE],
    ['the acknowledgement', ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.CORRELATE],
    ['the last answer', ValueType.PROCESS_MESSAGE_SUBSCRIPTION, ProcessMessageSubscriptionIntent.DELETE],
  ] as const) {
    it(`should correlate exactly once when ${what} is lost`, () => {
      // given
      const cluster = deployed(2, waiting);
      const key = cluster.correlationKeyOn(2);
      loseOnce(cluster, (command) => command.valueType === valueType && command.intent === intent);
      const instance = cluster.partition(1).create('waiting', { key });
      cluster.settle();
      cluster.partition(2).publish('paid', key, { ttl: 3_600_000 });
      cluster.settle();

      // when
      cluster.advance(60_000);

      // then
      expect(cluster.partition(1).isCompleted(instance)).toBe(true);
      expect(correlations(cluster)).toBe(1);
      cluster.advance(3_600_000);
      expectNothingLeft(cluster);
    });
  }

  it('should send what is unanswered at its first look, after a restart that is, then leave it alone for ten seconds', () => {
    // given
    const cluster = deployed(2, waiting);
    loseOnce(cluster, ({ valueType }) => valueType === ValueType.MESSAGE_SUBSCRIPTION);
    cluster.partition(1).create('waiting', { key: cluster.correlationKeyOn(2) });
    cluster.settle();
    const { engine, nowMs } = cluster.partition(1);

    // when
    const first = engine.collectRetries(nowMs);
    const early = engine.collectRetries(nowMs + 9_999);
    const due = engine.collectRetries(nowMs + 10_000);
    const again = engine.collectRetries(nowMs + 19_999);

    // then
    expect([first.length, early.length, due.length, again.length]).toEqual([1, 0, 1, 0]);
  });

  it('should send a part of what is unanswered at a look, and who waits longest first', () => {
    // given
    const cluster = deployed(2, waiting, { limits: { retriesMax: 2 } });
    cluster.loses = ({ valueType }) => valueType === ValueType.MESSAGE_SUBSCRIPTION;
    for (let count = 0; count < 3; count++) {
      cluster.partition(1).create('waiting', { key: cluster.correlationKeyOn(2) });
    }
    cluster.settle();
    const { engine, nowMs } = cluster.partition(1);

    // when
    const looks = [0, 10_000, 20_000].map((ms) => engine.collectRetries(nowMs + ms).map(elementKeyOf));

    // then
    const [first = [], second = [], third = []] = looks;
    expect(looks.map(({ length }) => length)).toEqual([2, 2, 2]);
    expect(new Set([...first, ...second]).size).toBe(3);
    expect(new Set([...second, ...third]).size).toBe(3);
  });

  it('should start one event sub-process for a message that is delivered twice', () => {
    // given
    const cluster = deployed(2, noticing);
    const key = cluster.correlationKeyOn(2);
    cluster.partition(1).create('noticing', { key });
    cluster.settle();
    loseOnce(
      cluster,
      ({ valueType, intent }) =>
        valueType === ValueType.MESSAGE_SUBSCRIPTION && intent === MessageSubscriptionIntent.CORRELATE,
    );

    // when
    cluster.partition(2).publish('paid', key);
    cluster.settle();
    cluster.advance(30_000);

    // then
    expect(correlations(cluster)).toBe(1);
    expect(
      cluster
        .partition(1)
        .completed()
        .filter((id) => id === 'notice'),
    ).toHaveLength(1);

    // when another message comes
    cluster.partition(2).publish('paid', key);
    cluster.settle();

    // then it is taken as well
    expect(
      cluster
        .partition(1)
        .completed()
        .filter((id) => id === 'notice'),
    ).toHaveLength(2);
  });

  it('should give a message to the next instance when the first was canceled meanwhile', () => {
    // given
    const cluster = deployed(2, waiting);
    const key = cluster.correlationKeyOn(2);
    const canceled = cluster.partition(1).create('waiting', { key });
    const next = cluster.partition(1).create('waiting', { key });
    cluster.settle();

    // when the message is on its way while the instance is canceled
    cluster.partition(2).publish('paid', key);
    cluster.partition(1).cancel(canceled);
    cluster.settle();

    // then
    expect(cluster.partition(1).isTerminated(canceled)).toBe(true);
    expect(cluster.partition(1).isCompleted(next)).toBe(true);
    expect(
      cluster.partition(2).events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.REJECTED),
    ).toHaveLength(1);
    expectNothingLeft(cluster);
  });

  it('should give a message to one other instance only when the refusal is repeated', () => {
    // given
    const cluster = deployed(2, waiting);
    const key = cluster.correlationKeyOn(2);
    const [first, second, third] = [1, 2, 3].map(() => cluster.partition(1).create('waiting', { key }));
    cluster.settle();
    cluster.partition(2).publish('paid', key, { ttl: 600_000 });
    cluster.partition(1).cancel(first!);
    cluster.settle();

    // when the first instance's refusal comes once more
    const refusal = cluster
      .partition(1)
      .effects.find(
        (effect) =>
          effect.kind === 'send' &&
          effect.command.valueType === ValueType.MESSAGE_SUBSCRIPTION &&
          effect.command.intent === MessageSubscriptionIntent.REJECT,
      );
    if (refusal?.kind !== 'send') throw new Error('Expected a refusal to be sent');
    cluster.partition(2).engine.process(refusal.command, cluster.partition(2).nowMs);
    cluster.settle();

    // then
    expect(cluster.partition(1).isCompleted(second!)).toBe(true);
    expect(cluster.partition(1).isCompleted(third!)).toBe(false);
  });

  it('should close a subscription that a late request opened again', () => {
    // given
    const cluster = deployed(2, waiting);
    const key = cluster.correlationKeyOn(2);
    const instance = cluster.partition(1).create('waiting', { key });
    cluster.settle();
    cluster.partition(1).cancel(instance);
    cluster.settle();
    const request = cluster
      .partition(1)
      .effects.find(
        (effect) =>
          effect.kind === 'send' &&
          effect.command.valueType === ValueType.MESSAGE_SUBSCRIPTION &&
          effect.command.intent === MessageSubscriptionIntent.CREATE,
      );
    if (request?.kind !== 'send') throw new Error('Expected a request to be sent');

    // when
    cluster.partition(2).engine.process(request.command, cluster.partition(2).nowMs);
    cluster.settle();

    // then
    expectNothingLeft(cluster);
  });

  it('should not give a taken message away when the confirmation of the opening comes behind it', () => {
    // given the message overtakes the confirmation, and the acknowledgement is lost
    const cluster = deployed(2, waiting);
    const key = cluster.correlationKeyOn(2);
    const first = cluster.partition(1).create('waiting', { key });
    cluster.settle();
    const second = cluster.partition(1).create('waiting', { key });
    cluster.settle();
    loseOnce(
      cluster,
      ({ valueType, intent }) =>
        valueType === ValueType.MESSAGE_SUBSCRIPTION && intent === MessageSubscriptionIntent.CORRELATE,
    );
    cluster.partition(2).publish('paid', key);
    cluster.settle();
    expect(cluster.partition(1).isCompleted(first)).toBe(true);

    // when
    const confirmation = cluster
      .partition(2)
      .effects.find(
        (effect) => effect.kind === 'send' && effect.command.intent === ProcessMessageSubscriptionIntent.CREATE,
      );
    if (confirmation?.kind !== 'send') throw new Error('Expected a confirmation to be sent');
    cluster.partition(1).engine.process(confirmation.command, cluster.partition(1).nowMs);
    cluster.settle();

    // then
    expect(cluster.partition(1).isCompleted(second)).toBe(false);
    expect(correlations(cluster)).toBe(1);
  });

  it('should answer a client that correlates when the only instance was canceled meanwhile', () => {
    // given
    const cluster = deployed(2, waiting);
    const key = cluster.correlationKeyOn(2);
    const instance = cluster.partition(1).create('waiting', { key });
    cluster.settle();

    // when
    const early = cluster.partition(2).correlate('paid', key);
    cluster.partition(1).cancel(instance);
    cluster.settle();

    // then
    expect(early).toBeUndefined();
    const answer = cluster
      .partition(2)
      .effects.filter((effect) => effect.kind === 'response')
      .at(-1);
    expect(answer?.record.rejectionReason).toBe(
      `Expected to find subscription for message with name 'paid' and correlation key '${key}', but none was found.`,
    );
    expectNothingLeft(cluster);
  });

  it('should close a subscription whose instance ended while the bus was down', () => {
    // given
    const cluster = deployed(2, noticing);
    const key = cluster.correlationKeyOn(2);
    cluster.partition(1).create('noticing', { key });
    cluster.settle();
    cluster.partition(2).publish('paid', key);
    cluster.settle();
    cluster.takeDown(2);

    // when
    cluster.partition(1).completeJob('task');
    cluster.settle();
    cluster.bringUp(2);
    cluster.advance(30_000);

    // then
    expectNothingLeft(cluster);
  });

  it('should correlate each message once per process and never hang, whatever the bus does', {
    timeout: 60_000 + SEARCH_SECONDS * 1000,
  }, () => {
    forEachSeed({ runs: RUNS }, runWithFaults);
  });
});

/** Instances and messages at random over a bad bus, then a healthy one until everything has ended. */
function runWithFaults(seed: number): void {
  const random = new Random(seed);
  const cluster = new TestCluster(3, random);
  for (const [index, xml] of [waiting, noticing, interruptible].entries()) {
    cluster.partition(1).deploy({ name: `${index}.bpmn`, xml });
  }
  cluster.settle();
  cluster.faults = {
    lose: random.pick([0, 0.1, 0.4]),
    repeat: random.pick([0, 0.1, 0.4]),
    reorder: random.pick([0, 0.3, 0.9]),
  };
  const instances: ReturnType<(typeof cluster.partitions)[0]['create']>[] = [];
  const keys = ['a', 'b', 'c'];
  for (let step = 0; step < 80; step++) {
    const action = random.next();
    const partition = random.pick(cluster.partitions);
    if (action < 0.25 && instances.length < 15) {
      instances.push(
        partition.create(random.pick(['waiting', 'noticing', 'interruptible']), { key: random.pick(keys) }),
      );
    } else if (action < 0.45) {
      const key = random.pick(keys);
      cluster.partitionOfCorrelationKey(key).publish('paid', key, { ttl: random.pick([0, 40_000, 200_000]) });
    } else if (action < 0.5) {
      const key = random.pick(keys);
      cluster.partitionOfCorrelationKey(key).correlate('paid', key);
    } else if (action < 0.55 && instances.length > 0) {
      const key = random.pick(instances);
      cluster.partitionOf(key).cancel(key);
    } else if (action < 0.6) {
      completeJobs(cluster);
    } else if (action < 0.65 && instances.length > 0) {
      const key = random.pick(instances);
      const partitionOfInstance = cluster.partitionOf(key);
      if (random.chance(0.5)) partitionOfInstance.suspend(key);
      else partitionOfInstance.resume(key);
    } else if (action < 0.75) {
      cluster.advance(random.pick([1_000, 10_000]));
    } else {
      for (let count = random.below(6); count > 0; count--) cluster.deliverOne();
    }
  }
  cluster.faults = { lose: 0, repeat: 0, reorder: 0 };
  cluster.settle();
  for (const key of instances) cluster.partitionOf(key).resume(key);
  cluster.settle();
  for (let round = 0; round < 60 && livingCount(cluster) > 0; round++) {
    completeJobs(cluster);
    for (const key of keys) cluster.partitionOfCorrelationKey(key).publish('paid', key);
    cluster.settle();
    cluster.advance(10_000);
  }
  cluster.advance(300_000);
  expect(livingCount(cluster), 'living element instances').toBe(0);
  expectNothingLeft(cluster);
  expect(doubles(cluster), 'messages that reached a process twice').toEqual([]);
  expect(unanswered(cluster), 'clients without one answer').toEqual([]);
}

/** The element whose subscription a request is about. */
function elementKeyOf(effect: Effect): Key {
  const value = effect.kind === 'send' ? effect.command.value : undefined;
  if (value === undefined || !('elementInstanceKey' in value)) throw new Error('Expected a request of a subscription');
  return value.elementInstanceKey;
}

function deployed(partitionCount: number, xml: string, options: Partial<EngineOptions> = {}): TestCluster {
  const cluster = new TestCluster(partitionCount, undefined, options);
  cluster.partition(1).deploy(xml);
  cluster.settle();
  return cluster;
}

function loseOnce(cluster: TestCluster, isMeant: (command: Command) => boolean): void {
  let isLost = false;
  cluster.loses = (command) => {
    if (isLost || !isMeant(command)) return false;
    isLost = true;
    return true;
  };
}

function correlations(cluster: TestCluster): number {
  return cluster.partitions.flatMap((partition) =>
    partition.events(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, ProcessMessageSubscriptionIntent.CORRELATED),
  ).length;
}

function completeJobs(cluster: TestCluster): void {
  for (const partition of cluster.partitions) {
    while (createEngineState(partition.store).activatableJobs.entries()[Symbol.iterator]().next().done !== true) {
      partition.completeJob('task');
    }
  }
}

function livingCount(cluster: TestCluster): number {
  return cluster.partitions.reduce((sum, partition) => sum + partition.living().length, 0);
}

function expectNothingLeft(cluster: TestCluster): void {
  for (const partition of cluster.partitions) {
    expect(partition.replayed().dump()).toEqual(partition.dump());
    const state = createEngineState(partition.store);
    for (const table of PENDING_TABLES) expect([...state[table].entries()], table).toEqual([]);
    expect([...state.messageSubscriptions.entries()], 'message subscriptions').toEqual([]);
    expect([...state.processMessageSubscriptions.entries()], 'process message subscriptions').toEqual([]);
    expect([...state.messages.entries()], 'messages').toEqual([]);
    expect([...state.messageCorrelationRequests.entries()], 'correlating clients').toEqual([]);
  }
}

/** A message key and process id that were taken by more than one instance, or twice by one. */
function doubles(cluster: TestCluster): string[] {
  const taken = new Map<string, number>();
  for (const partition of cluster.partitions) {
    const { CORRELATED } = ProcessMessageSubscriptionIntent;
    for (const { value } of partition.events(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, CORRELATED)) {
      const name = `${value.messageKey} ${value.bpmnProcessId}`;
      taken.set(name, (taken.get(name) ?? 0) + 1);
    }
  }
  return [...taken].filter(([, count]) => count > 1).map(([name, count]) => `${name}: ${count}`);
}

function unanswered(cluster: TestCluster): string[] {
  const problems: string[] = [];
  for (const partition of cluster.partitions) {
    const answers = new Map<number, number>();
    for (const effect of partition.effects) {
      if (effect.kind === 'response') answers.set(effect.requestId, (answers.get(effect.requestId) ?? 0) + 1);
    }
    for (let id = 1; id <= partition.requestCount; id++) {
      if (answers.get(id) !== 1) problems.push(`request ${id}: ${answers.get(id) ?? 0} answers`);
    }
  }
  return problems;
}

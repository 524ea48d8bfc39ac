import { GlobalListenerIntent, JobIntent, UserTaskIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { keptListeners, listenerCommand } from '../../test/global-listeners.ts';
import { checkInvariants, startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { TestCluster } from '../../test/test-cluster.ts';
import { completeListener, oneUserTask, userTaskCommand, userTaskEvents, userTaskKey } from '../../test/user-tasks.ts';

const { CREATE, CREATED, DELETE, UPDATE } = GlobalListenerIntent;

describe('GLOBAL_LISTENER CREATE', () => {
  it('should have listeners run around those of the model, by priority', () => {
    // given
    const engine = startEngine();
    listenerCommand(engine, CREATE, 'low', { priority: 1, eventTypes: ['completing'] });
    listenerCommand(engine, CREATE, 'last', { priority: 99, isAfterNonGlobal: true });
    listenerCommand(engine, CREATE, 'high', { priority: 10 });
    listenerCommand(engine, CREATE, 'other', { eventTypes: ['updating'] });
    engine.deploy(
      oneUserTask({
        listeners: ['completing:own'],
        headers: '<zeebe:taskHeaders><zeebe:header key="a" value="1"/></zeebe:taskHeaders>',
      }),
    );
    const instance = engine.create('p');
    for (const type of ['high', 'last']) completeListener(engine, type);

    // when
    userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine));

    // then
    const [job] = engine.activate('high');
    expect(job).toMatchObject({ retries: 3, customHeaders: { a: '1' } });
    engine.job(JobIntent.COMPLETE, job!.jobKey);
    for (const type of ['low', 'own', 'last']) completeListener(engine, type);
    expect(userTaskEvents(engine)).toEqual(['CREATING', 'CREATED', 'COMPLETING', 'COMPLETED']);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should leave transitions under way to the listeners they began with', () => {
    // given
    const engine = startEngine();
    listenerCommand(engine, CREATE, 'first', { eventTypes: ['completing'], priority: 9 });
    listenerCommand(engine, CREATE, 'second', { eventTypes: ['completing'], priority: 8 });
    engine.deploy(oneUserTask());
    const instance = engine.create('p');
    userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine));

    // when
    listenerCommand(engine, DELETE, 'first');
    listenerCommand(engine, UPDATE, 'second', { type: 'changed', eventTypes: ['completing'] });
    listenerCommand(engine, CREATE, 'third', { eventTypes: ['completing'] });

    // then
    completeListener(engine, 'first');
    completeListener(engine, 'second');
    expect(engine.isCompleted(instance)).toBe(true);

    // when
    const next = engine.create('p');
    userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine));

    // then
    completeListener(engine, 'changed');
    completeListener(engine, 'third');
    expect(engine.isCompleted(next)).toBe(true);
  });

  it('should be rejected for a listener that cannot be, or is there', () => {
    const engine = startEngine();
    const create = (id: string, changes = {}) => listenerCommand(engine, CREATE, id, changes);
    expect(create('a')?.record.intent).toBe(CREATED);
    expect(rejectionOf(create('a'))).toBe(
      "ALREADY_EXISTS: Expected a global USER_TASK listener with id 'a' to not exist, but a listener with the same id was found",
    );
    expect(rejectionOf(create(''))).toBe('INVALID_ARGUMENT: Missing id for the provided global USER_TASK listener');
    expect(rejectionOf(create('a b'))).toMatch(/^INVALID_ARGUMENT: Expected the id of a global USER_TASK listener/);
    expect(rejectionOf(create('b', { type: ' ' }))).toBe(
      "INVALID_ARGUMENT: Missing type for the provided global USER_TASK listener with id 'b'",
    );
    expect(rejectionOf(create('b', { eventTypes: [] }))).toBe(
      "INVALID_ARGUMENT: Missing event types for the provided global USER_TASK listener with id 'b'",
    );
    expect(rejectionOf(create('b', { eventTypes: ['all', 'start'] }))).toBe(
      "INVALID_ARGUMENT: Invalid event types for the provided global USER_TASK listener with id 'b': 'start'",
    );
    expect(rejectionOf(create('b', { retries: 0 }))).toMatch(/^INVALID_ARGUMENT: .* to be at least 1, but got 0/);
  });

  it('should reach every partition once, in order, over a bus that loses and repeats', () => {
    // given
    const cluster = new TestCluster(3);
    const first = cluster.partition(1);
    let lost = 0;
    cluster.loses = () => lost++ % 3 === 0;

    // when
    listenerCommand(first, CREATE, 'a');
    listenerCommand(first, UPDATE, 'a', { priority: 7 });
    listenerCommand(first, CREATE, 'b');
    listenerCommand(first, DELETE, 'b');
    cluster.settle();
    cluster.advance(600_000);

    // then
    for (const partition of cluster.partitions) {
      expect(keptListeners(partition).map(({ id, priority }) => [id, priority])).toEqual([['a', 7]]);
      expect(keptListeners(partition)).toEqual(keptListeners(first));
      checkInvariants(partition);
    }
  });

  it('should not make a change again that arrives late', () => {
    // given
    const cluster = new TestCluster(2);
    const [first, second] = [cluster.partition(1), cluster.partition(2)];
    listenerCommand(first, CREATE, 'a');
    cluster.settle();
    const sent = first.effects.find((effect) => effect.kind === 'send');
    listenerCommand(first, DELETE, 'a');
    cluster.settle();

    // when
    if (sent?.kind === 'send') second.engine.process(sent.command, second.nowMs);
    second.settle();

    // then
    expect(keptListeners(second)).toEqual([]);
    expect(second.rejections().at(-1)?.rejectionReason).toMatch(/was here before$/);
  });
});

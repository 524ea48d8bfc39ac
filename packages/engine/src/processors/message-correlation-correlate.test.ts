import { MessageCorrelationIntent, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, message, messageEvent, receiveTask, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { answersOf, eventsOf, rejectionOf } from '../../test/outcome.ts';
import { TestCluster } from '../../test/test-cluster.ts';

const receiving = (id: string) =>
  bpmn(
    { id, definitions: message('m', 'paid', '=key') },
    startEvent(),
    receiveTask('receive', 'm'),
    endEvent(),
    flow('start', 'receive'),
    flow('receive', 'end'),
  );
const started = bpmn(
  { id: 'started', definitions: message('m', 'paid') },
  startEvent('start', messageEvent('m')),
  serviceTask('task'),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
);

describe('MESSAGE_CORRELATION CORRELATE', () => {
  it('should answer with the instance that took the message', () => {
    // given
    const engine = startEngine();
    engine.deploy(receiving('p'));
    const instance = engine.create('p', { key: 'k' });

    // when
    const answers = answersOf(engine, () => engine.correlate('paid', 'k', { sum: 1 }));

    // then
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      intent: MessageCorrelationIntent.CORRELATED,
      value: { processInstanceKey: instance, name: 'paid', messageKey: engine.events(ValueType.MESSAGE)[0]?.key },
    });
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance)).toEqual({ key: 'k', sum: 1 });
  });

  it('should answer with the instance that it started, before one that waited', () => {
    // given
    const engine = startEngine();
    engine.deploy(receiving('p'));
    engine.deploy({ name: 's.bpmn', xml: started });
    const waiting = engine.create('p', { key: 'k' });

    // when
    const answers = answersOf(engine, () => engine.correlate('paid', 'k'));

    // then
    expect(answers).toHaveLength(1);
    expect(answers[0]?.value).toMatchObject({ processInstanceKey: engine.keyOf('started') });
    expect(engine.isCompleted(waiting)).toBe(true);
  });

  it('should find nobody, write nothing but that, and buffer nothing', () => {
    // given
    const engine = startEngine();
    engine.deploy(receiving('p'));

    // when
    let answer: ReturnType<typeof engine.correlate>;
    const events = eventsOf(engine, () => {
      answer = engine.correlate('paid', 'k');
    });

    // then
    expect(rejectionOf(answer)).toBe(
      "NOT_FOUND: Expected to find subscription for message with name 'paid' and correlation key 'k', but none was found.",
    );
    expect(events).toEqual([]);
    expect(engine.isCompleted(engine.create('p', { key: 'k' }))).toBe(false);
  });

  it('should find nobody while the only process is locked by its key', () => {
    const engine = startEngine();
    engine.deploy(started);
    engine.correlate('paid', 'k');
    expect(rejectionOf(engine.correlate('paid', 'k'))).toMatch(/^NOT_FOUND: /);
    expect(engine.events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATED).length).toBe(3);
  });

  it('should refuse variables that are no object', () => {
    const engine = startEngine();
    engine.deploy(started);
    const answer = engine.send(ValueType.MESSAGE_CORRELATION, MessageCorrelationIntent.CORRELATE, {
      name: 'paid',
      correlationKey: 'k',
      variables: '"text"',
      messageKey: -1n as never,
      processInstanceKey: -1n as never,
      requestStreamId: -1,
      requestId: -1,
      tenantId: '<default>',
      businessId: '',
    });
    expect(rejectionOf(answer)).toMatch(/^INVALID_ARGUMENT: Expected variables to be a JSON object/);
  });

  it('should answer with the other process when one refuses', () => {
    // given two processes that wait on another partition
    const cluster = new TestCluster(2);
    cluster.partition(1).deploy({ name: 'p.bpmn', xml: receiving('p') }, { name: 'q.bpmn', xml: receiving('q') });
    cluster.settle();
    const key = cluster.correlationKeyOn(2);
    const leaving = cluster.partition(1).create('p', { key });
    const staying = cluster.partition(1).create('q', { key });
    cluster.settle();

    // when the first leaves while the message is under way
    cluster.partition(2).correlate('paid', key);
    cluster.partition(1).cancel(leaving);
    const answers = answersOf(cluster.partition(2), () => cluster.settle());

    // then
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      intent: MessageCorrelationIntent.CORRELATED,
      value: { processInstanceKey: staying },
    });
  });

  it('should answer with the next instance when the first refuses', () => {
    // given
    const cluster = new TestCluster(2);
    cluster.partition(1).deploy(receiving('p'));
    cluster.settle();
    const key = cluster.correlationKeyOn(2);
    const leaving = cluster.partition(1).create('p', { key });
    const next = cluster.partition(1).create('p', { key });
    cluster.settle();

    // when
    cluster.partition(2).correlate('paid', key);
    cluster.partition(1).cancel(leaving);
    const answers = answersOf(cluster.partition(2), () => cluster.settle());

    // then
    expect(answers.map(({ value }) => 'processInstanceKey' in value && value.processInstanceKey)).toEqual([next]);
    expect(cluster.partition(1).isCompleted(next)).toBe(true);
  });
});

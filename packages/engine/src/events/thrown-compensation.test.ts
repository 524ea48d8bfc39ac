import {
  CompensationSubscriptionIntent,
  intentName,
  JobIntent,
  type Key,
  RecordType,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  adHocSubProcess,
  boundaryEvent,
  bpmn,
  callActivity,
  compensation,
  compensationEvent,
  element,
  endEvent,
  error,
  errorEvent,
  eventSubProcess,
  eventSubProcessStart,
  exclusiveGateway,
  flow,
  input,
  io,
  message,
  messageEvent,
  multiInstance,
  output,
  scriptTask,
  serviceTask,
  startEvent,
  subProcess,
  throwEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { migrate } from '../../test/migration.ts';
import type { TestEngine } from '../../test/test-engine.ts';

/** A task `id` with the handler `undo_<id>`. */
const undoable = (id: string, task = serviceTask(id)): string =>
  task + compensation(id, `undo_${id}`, serviceTask(`undo_${id}`));

const line = (...ids: readonly string[]): string =>
  ids
    .slice(1)
    .map((id, index) => flow(ids[index]!, id))
    .join('');

function subscriptions(engine: TestEngine): string[] {
  return engine
    .events(ValueType.COMPENSATION_SUBSCRIPTION)
    .map(
      ({ intent, value }) =>
        `${value.compensableActivityId} ${intentName(ValueType.COMPENSATION_SUBSCRIPTION, intent)}`,
    );
}

function openJobs(engine: TestEngine, type: string): Key[] {
  return engine.activate(type).map(({ jobKey }) => jobKey);
}

describe('compensation', () => {
  it('should run the handlers of what has completed, wait for them, and undo nothing twice', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        undoable('a'),
        subProcess('sub', startEvent('s'), undoable('b'), flow('s', 'b')),
        throwEvent('throw', compensationEvent()),
        throwEvent('again', compensationEvent()),
        serviceTask('after'),
        line('start', 'a', 'sub', 'throw', 'again', 'after'),
      ),
    );
    const instance = engine.create('p');

    // when
    engine.completeJobs('a', 'b', 'undo_b');

    // then
    expect(engine.completed(instance)).not.toContain('throw');
    engine.completeJob('undo_a');
    expect(engine.completed(instance)).toEqual(expect.arrayContaining(['throw', 'again']));
    expect(subscriptions(engine)).toEqual([
      'a CREATED',
      'b CREATED',
      'sub CREATED',
      'a TRIGGERED',
      'sub TRIGGERED',
      'b TRIGGERED',
      'b COMPLETED',
      'sub COMPLETED',
      'a COMPLETED',
    ]);
    engine.completeJob('after');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should undo only the named activity, as often as it was executed', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        exclusiveGateway('merge'),
        undoable('a'),
        exclusiveGateway('more', 'more_b'),
        undoable('b'),
        endEvent('end', compensationEvent('a')),
        line('start', 'merge', 'a', 'more', 'b', 'end'),
        flow('more', 'merge', '=again'),
      ),
    );
    const instance = engine.create('p');
    engine.completeJob('a', { again: true });
    engine.completeJob('a', { again: false });

    // when
    engine.completeJob('b');

    // then
    expect(openJobs(engine, 'undo_b')).toEqual([]);
    const jobs = openJobs(engine, 'undo_a');
    expect(jobs).toHaveLength(2);
    for (const key of jobs) engine.job(JobIntent.COMPLETE, key);
    expect(engine.isCompleted(instance)).toBe(true);
    expect(subscriptions(engine).filter((line) => line.endsWith('DELETED'))).toEqual(['b DELETED']);
  });

  it('should show handlers the variables of the completed sub-process around them', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        subProcess(
          'sub',
          startEvent('s'),
          undoable('a', serviceTask('a', { io: io(output('=result', 'local')) })),
          flow('s', 'a'),
        ).replace(
          '<bpmn:startEvent id="s"',
          `<bpmn:extensionElements>${io(input('=0', 'local'), input('=outer + 1', 'own'))}</bpmn:extensionElements><bpmn:startEvent id="s"`,
        ),
        endEvent('end', compensationEvent()),
        line('start', 'sub', 'end'),
      ),
    );
    const instance = engine.create('p', { outer: 1 });

    // when
    engine.completeJob('a', { result: 'done' });

    // then
    const [job] = engine.activate('undo_a');
    expect(JSON.parse(job!.variables)).toEqual({ outer: 1, own: 2, local: 'done' });
    engine.job(JobIntent.COMPLETE, job!.jobKey, { variables: '{"outer":5}' });
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance)).toEqual({ outer: 5 });
  });

  it('should leave alone what is still active or was terminated', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions: message('m', 'msg', '="k"') },
        startEvent(),
        subProcess('active', startEvent('s'), undoable('a'), serviceTask('waits'), line('s', 'a', 'waits')),
        subProcess('ended', startEvent('t'), undoable('b'), serviceTask('alsoWaits'), line('t', 'b', 'alsoWaits')),
        boundaryEvent('stop', 'ended', messageEvent('m')),
        throwEvent('throw', compensationEvent()),
        flow('start', 'active'),
        flow('start', 'ended'),
        flow('stop', 'throw'),
      ),
    );
    const instance = engine.create('p');
    engine.completeJobs('a', 'b');

    // when
    engine.publish('msg', 'k');

    // then
    expect(engine.completed(instance)).toContain('throw');
    expect(subscriptions(engine)).toEqual(['a CREATED', 'b CREATED', 'b DELETED']);
    engine.completeJob('waits');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should undo the scope around an event sub-process from inside it', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions: error('err', 'E') },
        startEvent(),
        undoable('a'),
        serviceTask('fails'),
        line('start', 'a', 'fails'),
        eventSubProcess(
          'esp',
          eventSubProcessStart('caught', errorEvent('err')),
          undoable('b'),
          throwEvent('throw', compensationEvent()),
          serviceTask('after'),
          line('caught', 'b', 'throw', 'after'),
        ),
      ),
    );
    const instance = engine.create('p');
    engine.completeJob('a');
    const [job] = engine.activate('fails');
    engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode: 'E' });

    // when
    engine.completeJob('b');

    // then
    engine.completeJobs('undo_a', 'undo_b', 'after');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should run the handler of a call activity and not what the called process could undo', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn({ id: 'child' }, startEvent(), undoable('a'), flow('start', 'a')),
      bpmn(
        { id: 'p' },
        startEvent(),
        undoable('call', callActivity('call', 'child')),
        endEvent('end', compensationEvent()),
        line('start', 'call', 'end'),
      ),
    );
    const instance = engine.create('p');

    // when
    engine.completeJob('a');

    // then
    expect(openJobs(engine, 'undo_a')).toEqual([]);
    engine.completeJob('undo_call');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should undo a multi-instance activity once, and what its sub-processes did as often as they did it', () => {
    // given
    const engine = startEngine();
    const each = { inputCollection: '=items', inputElement: 'item' };
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        undoable('a', multiInstance(serviceTask('a'), each)),
        multiInstance(subProcess('sub', startEvent('s'), undoable('b'), flow('s', 'b')), each),
        endEvent('end', compensationEvent()),
        line('start', 'a', 'sub', 'end'),
      ),
    );
    const instance = engine.create('p', { items: [1, 2] });

    // when
    engine.completeJobs('a', 'a', 'b', 'b');

    // then
    expect(openJobs(engine, 'undo_a')).toHaveLength(1);
    const jobs = engine.activate('undo_b');
    expect(jobs.map(({ variables }) => JSON.parse(variables).item)).toEqual([1, 2]);
    engine.cancel(instance);
    expect(engine.isTerminated(instance)).toBe(true);
  });

  it('should run a handler that is a multi-instance activity to its end', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        serviceTask('a') +
          compensation('a', 'undo_a', multiInstance(serviceTask('undo_a'), { inputCollection: '=[1, 2, 3]' })),
        endEvent('end', compensationEvent()),
        line('start', 'a', 'end'),
      ),
    );
    const instance = engine.create('p');
    engine.completeJob('a');

    // when
    engine.completeJobs('undo_a', 'undo_a');

    // then
    expect(engine.completed(instance)).not.toContain('end');
    engine.completeJob('undo_a');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should undo an ad-hoc sub-process: its own handler and what was done in it', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        undoable(
          'tools',
          adHocSubProcess('tools', { activeElementsCollection: '=["a", "b", "a"]' }, undoable('a'), undoable('b')),
        ),
        endEvent('end', compensationEvent()),
        line('start', 'tools', 'end'),
      ),
    );
    const instance = engine.create('p');

    // when
    engine.completeJobs('a', 'b', 'a');

    // then
    engine.completeJobs('undo_tools', 'undo_a', 'undo_a');
    expect(engine.isCompleted(instance)).toBe(false);
    engine.completeJob('undo_b');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should undo from inside an ad-hoc sub-process what others of its elements have done', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        adHocSubProcess(
          'tools',
          { activeElementsCollection: '=["a", "b", "last"]' },
          undoable('a'),
          undoable('b'),
          serviceTask('last'),
          throwEvent('throw', compensationEvent('a')),
          flow('last', 'throw'),
        ),
        flow('start', 'tools'),
      ),
    );
    const instance = engine.create('p');

    // when
    engine.completeJobs('a', 'b', 'last');

    // then
    expect(openJobs(engine, 'undo_b')).toEqual([]);
    engine.completeJob('undo_a');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should pass through when there is nothing to undo', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn({ id: 'p' }, startEvent(), undoable('a'), throwEvent('throw', compensationEvent()), flow('start', 'throw')),
    );

    // when
    const instance = engine.create('p');

    // then
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should go on behind handlers that pass at once', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        serviceTask('a') + compensation('a', 'undo_a', scriptTask('undo_a', '="undone"', 'a')),
        serviceTask('b') + compensation('b', 'undo_b', scriptTask('undo_b', '="undone"', 'b')),
        endEvent('end', compensationEvent()),
        line('start', 'a', 'b', 'end'),
      ),
    );
    const instance = engine.create('p');

    // when
    engine.completeJobs('a', 'b');

    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance)).toEqual({ a: 'undone', b: 'undone' });
  });

  it('should end with its scope, handlers that run as well', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        undoable('a'),
        throwEvent('throw', compensationEvent()),
        line('start', 'a', 'throw'),
      ),
    );
    const instance = engine.create('p');
    engine.completeJob('a');

    // when
    engine.cancel(instance);

    // then
    expect(engine.isTerminated(instance)).toBe(true);
    expect(subscriptions(engine).at(-1)).toBe('a DELETED');
  });

  it('should let errors of a handler be caught around it', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions: error('err', 'E') },
        startEvent(),
        subProcess(
          'sub',
          startEvent('s'),
          undoable('a'),
          throwEvent('throw', compensationEvent()),
          line('s', 'a', 'throw'),
        ),
        boundaryEvent('failed', 'sub', errorEvent('err')),
        endEvent('gaveUp'),
        flow('failed', 'gaveUp'),
        flow('start', 'sub'),
      ),
    );
    const instance = engine.create('p');
    engine.completeJob('a');

    // when
    const [job] = engine.activate('undo_a');
    engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode: 'E' });

    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.completed(instance)).toContain('gaveUp');
  });

  it('should start many handlers in steps and complete behind the last', () => {
    // given
    const engine = startEngine({ limits: { compensationChunkMax: 2 } });
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        exclusiveGateway('merge'),
        subProcess('sub', startEvent('s'), undoable('a'), flow('s', 'a')),
        exclusiveGateway('more', 'more_end'),
        endEvent('end', compensationEvent()),
        line('start', 'merge', 'sub', 'more', 'end'),
        flow('more', 'merge', '=again'),
      ),
    );
    const instance = engine.create('p');
    for (const again of [true, true, true, true, false]) engine.completeJob('a', { again });

    // when
    const counts: number[] = [];
    for (let jobs = openJobs(engine, 'undo_a'); jobs.length > 0; jobs = openJobs(engine, 'undo_a')) {
      counts.push(jobs.length);
      for (const key of jobs) engine.job(JobIntent.COMPLETE, key);
    }

    // then
    expect(counts).toEqual([2, 2, 1]);
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.events(ValueType.COMPENSATION_SUBSCRIPTION, CompensationSubscriptionIntent.DELETED)).toEqual([]);
  });

  it('should leave nothing behind of thousands that were never undone, or all of them', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        multiInstance(
          subProcess(
            'sub',
            startEvent('s'),
            element('task', 'a') + compensation('a', 'undo_a', element('task', 'undo_a')),
            flow('s', 'a'),
          ),
          { inputCollection: '=for i in 1..1200 return i' },
        ),
        serviceTask('waits'),
        endEvent('end', compensationEvent()),
        line('start', 'sub', 'waits', 'end'),
      ),
    );
    const canceled = engine.create('p');
    const compensated = engine.create('p');

    // when
    engine.cancel(canceled);
    engine.completeJob('waits');

    // then
    expect(engine.isTerminated(canceled)).toBe(true);
    expect(engine.isCompleted(compensated)).toBe(true);
    expect(engine.completed(compensated).filter((id) => id === 'undo_a')).toHaveLength(1200);
    const { DELETED } = CompensationSubscriptionIntent;
    expect(engine.events(ValueType.COMPENSATION_SUBSCRIPTION, DELETED)).toHaveLength(1000);
  });

  it('should follow its instance to another definition where a counterpart is named', () => {
    // given
    const engine = startEngine();
    const process = (id: string, suffix: string) =>
      bpmn(
        { id },
        startEvent(),
        undoable(`a${suffix}`),
        undoable(`b${suffix}`),
        subProcess(`sub${suffix}`, startEvent('s'), undoable(`c${suffix}`), flow('s', `c${suffix}`)),
        serviceTask(`waits${suffix}`),
        endEvent('end', compensationEvent()),
        line('start', `a${suffix}`, `b${suffix}`, `sub${suffix}`, `waits${suffix}`, 'end'),
      );
    engine.deploy(process('p', ''), process('q', '2'));
    const instance = engine.create('p');
    engine.completeJobs('a', 'b', 'c');
    const target = engine.events(ValueType.PROCESS).find(({ value }) => value.bpmnProcessId === 'q');

    // when
    migrate(engine, instance, target!.key, { waits: 'waits2', a_undo: 'a2_undo', sub: 'sub2', c: 'c2' });
    engine.completeJob('waits');

    // then
    expect(subscriptions(engine).filter((line) => /MIGRATED|DELETED/.test(line))).toEqual([
      'a2 MIGRATED',
      'b DELETED',
      'c2 MIGRATED',
      'sub2 MIGRATED',
    ]);
    engine.completeJobs('undo_a2', 'undo_c2');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should go on with handlers that run while their instance is moved', () => {
    // given
    const engine = startEngine();
    const process = (id: string, undoId: string) =>
      bpmn(
        { id },
        startEvent(),
        serviceTask('a') + compensation('a', undoId, serviceTask(undoId)),
        throwEvent('throw', compensationEvent()),
        serviceTask('after'),
        line('start', 'a', 'throw', 'after'),
      );
    engine.deploy(process('p', 'undo'), process('q', 'undo2'));
    const instance = engine.create('p');
    engine.completeJob('a');
    const target = engine.events(ValueType.PROCESS).find(({ value }) => value.bpmnProcessId === 'q');

    // when
    const answer = migrate(engine, instance, target!.key, { undo: 'undo2', throw: 'throw' });
    engine.completeJob('undo');

    // then
    expect(answer?.record.recordType).toBe(RecordType.EVENT);
    engine.completeJob('after');
    expect(engine.isCompleted(instance)).toBe(true);
  });
});

import { IncidentErrorType, JobIntent, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  catchEvent,
  endEvent,
  error,
  errorEvent,
  eventBasedGateway,
  exclusiveGateway,
  flow,
  inclusiveGateway,
  message,
  messageEvent,
  serviceTask,
  startEvent,
  subProcess,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import type { TestEngine } from '../../test/test-engine.ts';

/** Three tasks between a fork, whose flows ask for `a`, `b` and `c`, and a join; `after` follows the join. */
const forkAndJoin = (...more: readonly string[]): readonly string[] => [
  startEvent(),
  inclusiveGateway('fork'),
  flow('start', 'fork'),
  serviceTask('a'),
  serviceTask('b'),
  serviceTask('c'),
  flow('fork', 'a', '=a'),
  flow('fork', 'b', '=b'),
  flow('fork', 'c', '=c'),
  inclusiveGateway('join'),
  flow('a', 'join'),
  flow('b', 'join'),
  flow('c', 'join'),
  serviceTask('after'),
  flow('join', 'after'),
  ...more,
];

function activations(engine: TestEngine, elementId: string): number {
  return engine
    .events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATED)
    .filter(({ value }) => value.elementId === elementId).length;
}

describe('inclusive gateway', () => {
  it('should fork into all flows whose condition holds and join exactly those', () => {
    // given
    const engine = startEngine();
    engine.deploy(bpmn({ id: 'p' }, ...forkAndJoin()));

    // when
    const instance = engine.create('p', { a: true, b: true, c: false });
    engine.completeJob('a');

    // then
    expect(activations(engine, 'join')).toBe(0);
    expect(activations(engine, 'c')).toBe(0);
    engine.completeJobs('b', 'after');
    expect(activations(engine, 'join')).toBe(1);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should take the default flow only when no condition holds', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        inclusiveGateway('fork', 'fork_other'),
        flow('start', 'fork'),
        endEvent('one'),
        endEvent('other'),
        flow('fork', 'one', '=x = 1'),
        flow('fork', 'other'),
      ),
    );

    // when
    const first = engine.create('p', { x: 1 });
    const second = engine.create('p', { x: 2 });

    // then
    expect(engine.completed(first)).toContain('one');
    expect(engine.completed(first)).not.toContain('other');
    expect(engine.completed(second)).toContain('other');
  });

  it('should stop with an incident when nothing holds and go on when that is mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(bpmn({ id: 'p' }, ...forkAndJoin()));
    const instance = engine.create('p', { a: false, b: false, c: false });

    // when
    const [incident] = engine.incidents();
    engine.setVariables(instance, { b: true });
    engine.resolve(incident!.key);
    engine.completeJobs('b', 'after');

    // then
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.CONDITION_ERROR, elementId: 'fork' });
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should take no flow when one condition cannot be evaluated', () => {
    // given
    const engine = startEngine();
    engine.deploy(bpmn({ id: 'p' }, ...forkAndJoin()));

    // when
    engine.create('p', { a: true, b: 'no boolean', c: false });

    // then
    expect(engine.incidents().map(({ value }) => value.errorType)).toEqual([IncidentErrorType.EXTRACT_VALUE_ERROR]);
    expect(activations(engine, 'a')).toBe(0);
  });

  it('should wait for an active element whose boundary event leads to the join', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        ...forkAndJoin(boundaryEvent('late', 'a', timerEvent('timeDuration', 'PT1H')), flow('late', 'join')),
      ),
    );
    engine.create('p', { a: true, b: true, c: false });

    // when
    engine.completeJob('b');
    const before = activations(engine, 'join');
    engine.advance(3_600_000);

    // then
    expect(before).toBe(0);
    expect(activations(engine, 'join')).toBe(1);
  });

  it('should start when the last token that could come leaves over an error to another end', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions: error('err', 'E') },
        ...forkAndJoin(
          boundaryEvent('failed', 'a', errorEvent('err')),
          serviceTask('repair'),
          flow('failed', 'repair'),
          endEvent('repaired'),
          flow('repair', 'repaired'),
        ),
      ),
    );
    const instance = engine.create('p', { a: true, b: true, c: false });
    engine.completeJob('b');

    // when
    const [job] = engine.activate('a');
    engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode: 'E' });

    // then
    expect(activations(engine, 'join')).toBe(1);
    engine.completeJobs('after', 'repair');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should start when a gateway sends the last token elsewhere', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        inclusiveGateway('fork'),
        flow('start', 'fork'),
        serviceTask('a'),
        serviceTask('b'),
        flow('fork', 'a', '=true'),
        flow('fork', 'b', '=true'),
        exclusiveGateway('choose'),
        flow('b', 'choose'),
        inclusiveGateway('join'),
        flow('a', 'join'),
        flow('choose', 'join', '=back'),
        endEvent('away'),
        flow('choose', 'away', '=not(back)'),
        endEvent('done'),
        flow('join', 'done'),
      ),
    );
    const instance = engine.create('p', { back: false });

    // when
    engine.completeJobs('a', 'b');

    // then
    expect(engine.completed(instance).filter((id) => id === 'join')).toHaveLength(1);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should start when an event-based gateway takes the branch that does not lead to the join', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions: message('m', 'msg', '="k"') },
        startEvent(),
        inclusiveGateway('fork'),
        flow('start', 'fork'),
        serviceTask('a'),
        eventBasedGateway('wait'),
        flow('fork', 'a', '=true'),
        flow('fork', 'wait', '=true'),
        catchEvent('back', timerEvent('timeDuration', 'PT1H')),
        catchEvent('away', messageEvent('m')),
        flow('wait', 'back'),
        flow('wait', 'away'),
        serviceTask('afterAway'),
        flow('away', 'afterAway'),
        inclusiveGateway('join'),
        flow('a', 'join'),
        flow('back', 'join'),
      ),
    );
    engine.create('p');
    engine.completeJob('a');

    // when
    engine.publish('msg', 'k');

    // then
    expect(activations(engine, 'join')).toBe(1);
  });

  it('should count a second token on the same flow and start once more for it', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions: message('m', 'msg', '="k"') },
        ...forkAndJoin(
          boundaryEvent('again', 'a', messageEvent('m'), { interrupting: false }),
          exclusiveGateway('merge'),
          flow('again', 'merge'),
          flow('merge', 'join'),
        ),
      ),
    );
    const instance = engine.create('p', { a: true, b: false, c: false });

    // when
    engine.publish('msg', 'k');
    engine.publish('msg', 'k');
    const before = activations(engine, 'join');
    engine.completeJob('a');

    // then
    expect(before).toBe(0);
    expect(activations(engine, 'join')).toBe(2);
    engine.completeJobs('after', 'after');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should start once everything else in its loop has left', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        inclusiveGateway('join'),
        flow('start', 'join'),
        serviceTask('a'),
        flow('join', 'a'),
        exclusiveGateway('choose', 'choose_end'),
        flow('a', 'choose'),
        flow('choose', 'join', '=again'),
        endEvent(),
        flow('choose', 'end'),
      ),
    );
    const instance = engine.create('p', { again: true });

    // when
    engine.completeJob('a');
    engine.completeJob('a', { again: false });

    // then
    expect(activations(engine, 'join')).toBe(2);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should leave nothing behind when its scope is ended while it waits', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions: message('m', 'msg', '="k"') },
        startEvent('outer'),
        subProcess('sub', ...forkAndJoin()),
        flow('outer', 'sub'),
        boundaryEvent('stop', 'sub', messageEvent('m')),
        endEvent('stopped'),
        flow('stop', 'stopped'),
      ),
    );
    const instance = engine.create('p', { a: true, b: true, c: false });
    engine.completeJob('a');

    // when
    engine.publish('msg', 'k');

    // then
    expect(engine.isCompleted(instance)).toBe(true);
  });
});

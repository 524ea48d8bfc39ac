import { EscalationIntent, IncidentErrorType, intentName, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  callActivity,
  element,
  endEvent,
  escalation,
  escalationEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  io,
  output,
  serviceTask,
  startEvent,
  subProcess,
  throwEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { EMPTY_INSTANCE, type TestEngine } from '../../test/test-engine.ts';

const definitions = escalation('late', 'LATE') + escalation('other', 'OTHER');

/** A sub-process in which `LATE` is thrown before `inner`, followed by `outer`; `more` lies around it. */
function thrownInSubProcess(...more: readonly string[]): string {
  return bpmn(
    { id: 'p', definitions },
    startEvent(),
    subProcess(
      'sub',
      startEvent('s'),
      throwEvent('throw', escalationEvent('late'), io(output('=1', 'mapped'))),
      flow('s', 'throw'),
      serviceTask('inner'),
      flow('throw', 'inner'),
    ),
    flow('start', 'sub'),
    serviceTask('outer'),
    flow('sub', 'outer'),
    ...more,
  );
}

const caughtOn = (host: string, id: string, escalationId: string | undefined, interrupting: boolean): string =>
  boundaryEvent(id, host, escalationEvent(escalationId), { interrupting }) +
  flow(id, `${id}Task`) +
  serviceTask(`${id}Task`);

function escalations(engine: TestEngine): string[] {
  return engine
    .events(ValueType.ESCALATION)
    .map(
      ({ intent, value }) =>
        `${intentName(ValueType.ESCALATION, intent)} ${value.escalationCode} ${value.catchElementId}`,
    );
}

describe('escalation', () => {
  it('should end the host of an interrupting boundary event and leave the throw event uncompleted', () => {
    // given
    const engine = startEngine();
    engine.deploy(thrownInSubProcess(caughtOn('sub', 'caught', 'late', true)));

    // when
    const instance = engine.create('p');

    // then
    expect(escalations(engine)).toEqual(['ESCALATED LATE caught']);
    expect(engine.path(instance)).toContain('throw TERMINATED');
    expect(engine.variables(instance)).toEqual({});
    engine.completeJob('caughtTask');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should let both go on when the boundary event does not interrupt', () => {
    // given
    const engine = startEngine();
    engine.deploy(thrownInSubProcess(caughtOn('sub', 'caught', 'late', false)));

    // when
    const instance = engine.create('p');

    // then
    expect(engine.completed(instance)).toContain('throw');
    expect(engine.variables(instance)).toEqual({ mapped: 1 });
    engine.completeJobs('inner', 'outer', 'caughtTask');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should go on when nobody catches its code', () => {
    // given
    const engine = startEngine();
    engine.deploy(thrownInSubProcess(caughtOn('sub', 'caught', 'other', true)));

    // when
    const instance = engine.create('p');

    // then
    expect(escalations(engine)).toEqual(['NOT_ESCALATED LATE ']);
    engine.completeJobs('inner', 'outer');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should prefer a catch of its code over one of every code at the same place', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      thrownInSubProcess(caughtOn('sub', 'any', undefined, true), caughtOn('sub', 'caught', 'late', false)),
    );

    // when
    engine.create('p');

    // then
    expect(escalations(engine)).toEqual(['ESCALATED LATE caught']);
  });

  it('should be caught by an event sub-process and by an end event thrown from inside it further out', () => {
    // given
    const engine = startEngine();
    const rethrow = eventSubProcess(
      'handler',
      eventSubProcessStart('handlerStart', escalationEvent('late'), { interrupting: false }),
      endEvent('again', escalationEvent('late')),
      flow('handlerStart', 'again'),
    );
    engine.deploy(
      bpmn(
        { id: 'p', definitions },
        startEvent(),
        subProcess('sub', startEvent('s'), endEvent('throw', escalationEvent('late')), flow('s', 'throw'), rethrow),
        flow('start', 'sub'),
        caughtOn('sub', 'caught', 'late', false),
      ),
    );

    // when
    const instance = engine.create('p');

    // then
    expect(escalations(engine)).toEqual(['ESCALATED LATE handlerStart', 'ESCALATED LATE caught']);
    engine.completeJob('caughtTask');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should end everything else in the scope of an interrupting event sub-process', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions },
        startEvent(),
        throwEvent('throw', escalationEvent('late')),
        serviceTask('beside'),
        flow('start', 'beside'),
        flow('start', 'throw'),
        eventSubProcess(
          'handler',
          eventSubProcessStart('handlerStart', escalationEvent()),
          serviceTask('handle'),
          flow('handlerStart', 'handle'),
        ),
      ),
    );

    // when
    const instance = engine.create('p');

    // then
    expect(engine.path(instance)).toEqual(expect.arrayContaining(['throw TERMINATED', 'beside TERMINATED']));
    engine.completeJob('handle');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should reach the caller of its process', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'child', definitions },
        startEvent(),
        endEvent('throw', escalationEvent('late')),
        flow('start', 'throw'),
      ),
      bpmn(
        { id: 'p', definitions },
        startEvent(),
        callActivity('call', 'child'),
        flow('start', 'call'),
        caughtOn('call', 'caught', 'late', true),
      ),
    );

    // when
    const instance = engine.create('p');

    // then
    expect(escalations(engine)).toEqual(['ESCALATED LATE caught']);
    expect(engine.living()).toEqual(['p', 'caughtTask']);
    engine.completeJob('caughtTask');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should reach a suspended caller, which goes on with it when it is resumed', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'child', definitions },
        startEvent(),
        serviceTask('before'),
        endEvent('throw', escalationEvent('late')),
        flow('start', 'before'),
        flow('before', 'throw'),
      ),
      bpmn(
        { id: 'p', definitions },
        startEvent(),
        callActivity('call', 'child'),
        flow('start', 'call'),
        caughtOn('call', 'caught', 'late', false),
      ),
    );
    const instance = engine.create('p');
    engine.send(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.SUSPEND, EMPTY_INSTANCE, instance);

    // when
    engine.completeJob('before');
    const jobs = engine.activate('caughtTask').length;
    engine.send(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.RESUME, EMPTY_INSTANCE, instance);

    // then
    expect(escalations(engine)).toEqual(['ESCALATED LATE caught']);
    expect(jobs).toBe(0);
    engine.completeJob('caughtTask');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should raise an incident when its code is no text', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions: escalation('computed', '=code') },
        startEvent(),
        element('endEvent', 'throw', { body: escalationEvent('computed') }),
        flow('start', 'throw'),
      ),
    );
    const instance = engine.create('p', { code: 1 });

    // when
    const [incident] = engine.incidents();
    engine.setVariables(instance, { code: 'CODE' });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value.errorType).toBe(IncidentErrorType.EXTRACT_VALUE_ERROR);
    expect(engine.events(ValueType.ESCALATION, EscalationIntent.NOT_ESCALATED)).toHaveLength(1);
    expect(engine.isCompleted(instance)).toBe(true);
  });
});

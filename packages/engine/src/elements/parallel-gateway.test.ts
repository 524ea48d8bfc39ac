import {
  JobIntent,
  ProcessInstanceCreationIntent,
  ProcessInstanceIntent,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  endEvent,
  exclusiveGateway,
  flow,
  parallelGateway,
  serviceTask,
  startEvent,
  subProcess,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

const forkAndJoin = bpmn(
  {},
  startEvent(),
  flow('start', 'fork'),
  parallelGateway('fork'),
  flow('fork', 'a'),
  flow('fork', 'b'),
  serviceTask('a'),
  serviceTask('b'),
  flow('a', 'join'),
  flow('b', 'join'),
  parallelGateway('join'),
  flow('join', 'end'),
  endEvent(),
);

/** `a` and `again` both lead over the flow `merge_join`; `b` over `b_join`. */
const sameFlowTwice = bpmn(
  {},
  startEvent(),
  flow('start', 'a'),
  flow('start', 'again'),
  flow('start', 'b'),
  flow('start', 'late'),
  serviceTask('a'),
  serviceTask('again'),
  serviceTask('b'),
  serviceTask('late'),
  flow('a', 'merge'),
  flow('again', 'merge'),
  exclusiveGateway('merge'),
  flow('merge', 'join'),
  flow('b', 'other'),
  flow('late', 'other'),
  exclusiveGateway('other'),
  flow('other', 'join'),
  parallelGateway('join'),
  flow('join', 'after'),
  serviceTask('after'),
);

describe('parallel gateway', () => {
  it('should send a token over every outgoing flow', () => {
    // given
    const engine = startEngine();
    engine.deploy(forkAndJoin);

    // when
    const key = engine.create('process');

    // then
    expect(engine.path(key).slice(-11)).toEqual([
      'start_fork SEQUENCE_FLOW_TAKEN',
      'fork ACTIVATING',
      'fork ACTIVATED',
      'fork COMPLETING',
      'fork COMPLETED',
      'fork_a SEQUENCE_FLOW_TAKEN',
      'fork_b SEQUENCE_FLOW_TAKEN',
      'a ACTIVATING',
      'a ACTIVATED',
      'b ACTIVATING',
      'b ACTIVATED',
    ]);
  });

  it('should wait for a token on every incoming flow and refuse to start before', () => {
    // given
    const engine = startEngine();
    engine.deploy(forkAndJoin);
    const key = engine.create('process');

    // when
    engine.completeJob('a');

    // then
    const [rejection] = engine.rejections();
    expect(rejection).toMatchObject({
      valueType: ValueType.PROCESS_INSTANCE,
      intent: ProcessInstanceIntent.ACTIVATE_ELEMENT,
      rejectionType: RejectionType.INVALID_STATE,
    });
    expect(rejection?.rejectionReason).toContain("'join'");
    expect(engine.living()).toEqual(['process', 'b']);

    // when
    engine.completeJob('b');

    // then
    expect(engine.completed(key).slice(-3)).toEqual(['join', 'end', 'process']);
    expect(engine.completed(key).filter((id) => id === 'join')).toHaveLength(1);
  });

  it('should keep the scope alive while it waits', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'a'),
        flow('start', 'choice'),
        serviceTask('a'),
        flow('a', 'join'),
        exclusiveGateway('choice', 'choice_end'),
        flow('choice', 'join', '=false'),
        flow('choice', 'end'),
        endEvent(),
        parallelGateway('join'),
      ),
    );
    const key = engine.create('process');

    // when
    engine.completeJob('a');

    // then
    expect(engine.isCompleted(key)).toBe(false);
    expect(engine.living()).toEqual(['process']);
    engine.cancel(key);
    expect(engine.isTerminated(key)).toBe(true);
  });

  it('should wait for the other flow when one is taken twice, and keep the extra token for a second round', () => {
    // given
    const engine = startEngine();
    engine.deploy(sameFlowTwice);
    const key = engine.create('process');

    // when
    engine.completeJob('a');
    engine.completeJob('again');

    // then
    expect(engine.living()).toEqual(['process', 'b', 'late']);

    // when
    engine.completeJob('b');

    // then
    expect(engine.living()).toEqual(['process', 'late', 'after']);

    // when
    engine.completeJob('late');

    // then
    expect(engine.living()).toEqual(['process', 'after', 'after']);
    engine.completeJob('after');
    engine.completeJob('after');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should consume one token of each flow when both arrive in one batch', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'fork'),
        parallelGateway('fork'),
        flow('fork', 'x'),
        flow('fork', 'y'),
        exclusiveGateway('x'),
        exclusiveGateway('y'),
        flow('x', 'join'),
        flow('y', 'join'),
        parallelGateway('join'),
      ),
    );

    // when
    const key = engine.create('process');

    // then
    expect(engine.completed(key).filter((id) => id === 'join')).toHaveLength(1);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should join and fork at once', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'a'),
        flow('start', 'b'),
        serviceTask('a'),
        serviceTask('b'),
        flow('a', 'both'),
        flow('b', 'both'),
        parallelGateway('both'),
        flow('both', 'c'),
        flow('both', 'd'),
        serviceTask('c'),
        serviceTask('d'),
      ),
    );
    const key = engine.create('process');

    // when
    engine.completeJob('b');
    engine.completeJob('a');

    // then
    expect(engine.living()).toEqual(['process', 'c', 'd']);
    engine.completeJob('c');
    engine.completeJob('d');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should leave no token behind when its scope is interrupted while it waits', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'sub'),
        subProcess(
          'sub',
          startEvent('inner'),
          flow('inner', 'a'),
          flow('inner', 'b'),
          serviceTask('a'),
          serviceTask('b'),
          flow('a', 'join'),
          flow('b', 'join'),
          parallelGateway('join'),
        ),
        boundaryEvent('late', 'sub', timerEvent('timeDuration', 'PT1M')),
        flow('late', 'end'),
        flow('sub', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process');
    engine.completeJob('a');

    // when
    engine.advance(60_000);

    // then
    expect(engine.completed(key)).toEqual(['start', 'inner', 'a', 'late', 'end', 'process']);
    expect(engine.events(ValueType.JOB, JobIntent.CANCELED)).toHaveLength(1);
    expect(engine.living()).toEqual([]);
  });

  it('should start at once when an instance is started right at it', () => {
    // given
    const engine = startEngine();
    engine.deploy(forkAndJoin);

    // when
    const { record } = engine.sendAccepted(
      ValueType.PROCESS_INSTANCE_CREATION,
      ProcessInstanceCreationIntent.CREATE,
      engine.creation('process', { startInstructions: ['join'] }),
    );

    // then
    expect(engine.completed(record.key)).toEqual(['join', 'end', 'process']);
  });
});

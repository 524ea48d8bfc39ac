import { ConditionalSubscriptionIntent, intentName, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  catchEvent,
  conditionalEvent,
  endEvent,
  eventBasedGateway,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  input,
  io,
  output,
  serviceTask,
  startEvent,
  subProcess,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import type { TestEngine } from '../../test/test-engine.ts';

/** A task with a boundary event that goes to an end event of its own. */
function watchedTask(condition: string, options: { readonly interrupting?: boolean; readonly filter?: string } = {}) {
  return bpmn(
    { id: 'p' },
    startEvent(),
    serviceTask('task'),
    flow('start', 'task'),
    boundaryEvent('changed', 'task', conditionalEvent(condition, options.filter), {
      interrupting: options.interrupting ?? false,
    }),
    endEvent('noticed'),
    flow('changed', 'noticed'),
  );
}

function noticed(engine: TestEngine): number {
  return engine.completed().filter((id) => id === 'noticed').length;
}

function intents(engine: TestEngine): string[] {
  return engine
    .events(ValueType.CONDITIONAL_SUBSCRIPTION)
    .map(({ intent }) => intentName(ValueType.CONDITIONAL_SUBSCRIPTION, intent));
}

describe('conditional boundary event', () => {
  it('should fire on each change for which its condition holds', () => {
    // given
    const engine = startEngine();
    engine.deploy(watchedTask('=x > 1'));
    const instance = engine.create('p');

    // when
    for (const x of [1, 2, 3, 3, 0]) engine.setVariables(instance, { x });

    // then
    expect(noticed(engine)).toBe(2);
    engine.completeJob('task');
    expect(engine.isCompleted(instance)).toBe(true);
    expect(intents(engine)).toEqual(['CREATED', 'TRIGGERED', 'TRIGGERED', 'DELETED']);
  });

  it('should fire at once when its condition holds already, and end its host once', () => {
    // given
    const engine = startEngine();
    engine.deploy(watchedTask('=x > 1', { interrupting: true }));

    // when
    const instance = engine.create('p', { x: 2 });

    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.path(instance)).toContain('task TERMINATED');
    expect(intents(engine)).toEqual(['CREATED', 'TRIGGERED']);
  });

  it('should keep to the kinds of change it is limited to', () => {
    // given
    const engine = startEngine();
    engine.deploy(watchedTask('=x > 0 or y > 0', { filter: 'variableEvents="create"' }));
    const instance = engine.create('p');

    // when
    engine.setVariables(instance, { x: 1 });
    engine.setVariables(instance, { x: 2 });
    engine.setVariables(instance, { y: 2 });

    // then
    expect(noticed(engine)).toBe(2);
  });

  it('should keep to the variables it is limited to and to those it names', () => {
    // given
    const engine = startEngine();
    engine.deploy(watchedTask('=x + y > 0', { filter: 'variableNames="x, z"' }));
    const instance = engine.create('p', { x: 0, y: 0 });

    // when
    engine.setVariables(instance, { y: 1 });
    engine.setVariables(instance, { z: 1 });
    const before = noticed(engine);
    engine.setVariables(instance, { x: 1 });

    // then
    expect(before).toBe(0);
    expect(noticed(engine)).toBe(1);
  });

  it('should neither fire nor stop anything when its condition is no boolean or fails', () => {
    // given
    const engine = startEngine();
    engine.deploy(watchedTask('=if x = 1 then null else if x = 2 then "text" else assert(x, x = 4) = 4'));
    const instance = engine.create('p');

    // when
    for (const x of [1, 2, 3]) engine.setVariables(instance, { x });

    // then
    expect(noticed(engine)).toBe(0);
    expect(engine.incidents()).toEqual([]);
    engine.setVariables(instance, { x: 4 });
    expect(noticed(engine)).toBe(1);
  });

  it('should see the inputs of its host, and no change that these hide', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      watchedTask('=x = 1').replace('</bpmn:extensionElements></bpmn:serviceTask>', `${io(input('=0', 'x'))}$&`),
    );
    const instance = engine.create('p', { x: 5 });

    // when
    engine.setVariables(instance, { x: 1 });
    const before = noticed(engine);
    engine.setVariables(engine.keyOf('task'), { x: 1 }, true);

    // then
    expect(before).toBe(0);
    expect(noticed(engine)).toBe(1);
  });

  it('should fire once for a command that changes several of its variables', () => {
    // given
    const engine = startEngine();
    engine.deploy(watchedTask('=x + y > 0'));
    const instance = engine.create('p');

    // when
    engine.setVariables(instance, { x: 1, y: 1 });

    // then
    expect(noticed(engine)).toBe(1);
  });

  it('should not fire for what its host writes when it completes', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      watchedTask('=x = 1').replace('</bpmn:extensionElements></bpmn:serviceTask>', `${io(output('=1', 'x'))}$&`),
    );
    const instance = engine.create('p');

    // when
    engine.completeJob('task');

    // then
    expect(noticed(engine)).toBe(0);
    expect(engine.isCompleted(instance)).toBe(true);
  });
});

describe('other conditional events', () => {
  it('should let an intermediate event pass when its condition holds, at once or later', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        catchEvent('catch', conditionalEvent('=order.total > 10')),
        flow('start', 'catch'),
        endEvent(),
        flow('catch', 'end'),
      ),
    );

    // when
    const first = engine.create('p', { order: { total: 11 } });
    const second = engine.create('p', { order: { total: 1 } });

    // then
    expect(engine.isCompleted(first)).toBe(true);
    expect(engine.isCompleted(second)).toBe(false);
    engine.setVariables(second, { order: { total: 12 } });
    expect(engine.isCompleted(second)).toBe(true);
  });

  it('should be chosen behind an event-based gateway', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        eventBasedGateway('gateway'),
        catchEvent('changed', conditionalEvent('=x')),
        catchEvent('late', timerEvent('timeDuration', 'PT1H')),
        flow('start', 'gateway'),
        flow('gateway', 'changed'),
        flow('gateway', 'late'),
      ),
    );
    const instance = engine.create('p');

    // when
    engine.setVariables(instance, { x: true });

    // then
    expect(engine.completed(instance)).toContain('changed');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should be asked from the outside inwards, and not where an outer one has ended everything', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        subProcess(
          'sub',
          startEvent('s'),
          serviceTask('inner'),
          flow('s', 'inner'),
          boundaryEvent('innerChanged', 'inner', conditionalEvent('=x'), { interrupting: false }),
          endEvent('innerNoticed'),
          flow('innerChanged', 'innerNoticed'),
        ),
        flow('start', 'sub'),
        eventSubProcess(
          'esp',
          eventSubProcessStart('outerChanged', conditionalEvent('=x')),
          serviceTask('after'),
          flow('outerChanged', 'after'),
        ),
      ),
    );
    const instance = engine.create('p');

    // when
    engine.setVariables(instance, { x: true });

    // then
    expect(engine.completed(instance)).not.toContain('innerNoticed');
    expect(engine.living()).toEqual(['p', 'esp', 'after']);
    engine.completeJob('after');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should start an event sub-process beside its scope on the payload of a job', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        serviceTask('first'),
        serviceTask('second'),
        flow('start', 'first'),
        flow('first', 'second'),
        eventSubProcess(
          'esp',
          eventSubProcessStart('changed', conditionalEvent('=x = 1'), { interrupting: false }),
          endEvent('noticed'),
          flow('changed', 'noticed'),
        ),
      ),
    );
    const instance = engine.create('p');

    // when
    engine.completeJob('first', { x: 1 });

    // then
    expect(noticed(engine)).toBe(1);
    engine.completeJob('second', { x: 2 });
    expect(noticed(engine)).toBe(1);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should write nothing for instances without conditions', () => {
    // given
    const engine = startEngine();
    engine.deploy(bpmn({ id: 'p' }, startEvent(), serviceTask('task'), flow('start', 'task')));
    const instance = engine.create('p', { x: 1 });

    // when
    engine.setVariables(instance, { x: 2 });
    engine.completeJob('task');

    // then
    expect(engine.events(ValueType.CONDITIONAL_SUBSCRIPTION, ConditionalSubscriptionIntent.CREATED)).toEqual([]);
    expect(engine.isCompleted(instance)).toBe(true);
  });
});

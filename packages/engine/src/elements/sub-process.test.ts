import { IncidentErrorType, ProcessInstanceIntent, TimerIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  element,
  endEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  input,
  io,
  message,
  messageEvent,
  output,
  serviceTask,
  startEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

const twoTasks = [
  startEvent('inner'),
  flow('inner', 'a'),
  flow('inner', 'b'),
  serviceTask('a'),
  serviceTask('b'),
  flow('a', 'done'),
  endEvent('done'),
];

function around(inside: readonly string[], mappings?: string, ...more: readonly string[]): string {
  return bpmn(
    { definitions: message('m', 'news', '=id') + message('n', 'other', '=id') },
    startEvent(),
    flow('start', 'sub'),
    element('subProcess', 'sub', {
      body: inside.join(''),
      ...(mappings !== undefined && { extensions: mappings }),
    }),
    flow('sub', 'end'),
    endEvent(),
    ...more,
  );
}

describe('sub-process', () => {
  it('should begin at its none start event and complete when no path is left inside', () => {
    // given
    const engine = startEngine();
    engine.deploy(around(twoTasks));
    const key = engine.create('process');
    engine.completeJob('a');
    const before = engine.living();

    // when
    engine.completeJob('b');

    // then
    expect(before).toEqual(['process', 'sub', 'b']);
    expect(engine.completed(key)).toEqual(['start', 'inner', 'a', 'done', 'b', 'sub', 'end', 'process']);
    const children = engine
      .events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATED)
      .filter(({ value }) => ['inner', 'a', 'b', 'done'].includes(value.elementId));
    expect(new Set(children.map(({ value }) => value.flowScopeKey))).toEqual(new Set([engine.keyOf('sub')]));
  });

  it('should keep its inputs and inner variables to itself and let mapped outputs leave', () => {
    // given
    const engine = startEngine();
    engine.deploy(around(twoTasks, io(input('=x', 'y'), output('=y + z', 'sum'))));
    const key = engine.create('process', { x: 1 });
    engine.setVariables(engine.keyOf('sub'), { z: 5 }, true);

    // when
    engine.completeJob('a', { y: 2, far: true });
    engine.completeJob('b');

    // then
    expect(engine.variables(key)).toEqual({ x: 1, far: true, sum: 7 });
    expect(engine.variables(engine.keyOf('sub'))).toEqual({ y: 2, z: 5 });
  });

  it('should lose its local variables without output mappings', () => {
    // given
    const engine = startEngine();
    engine.deploy(around(twoTasks, io(input('=x', 'y'))));
    const key = engine.create('process', { x: 1 });

    // when
    engine.completeJob('a', { y: 2 });
    engine.completeJob('b');

    // then
    expect(engine.variables(key)).toEqual({ x: 1 });
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should stop at a failing input mapping before anything inside begins', () => {
    // given
    const engine = startEngine();
    engine.deploy(around(twoTasks, io(input('=assert(x, x != null)', 'y'))));
    const key = engine.create('process');
    const before = engine.living();

    // when
    engine.setVariables(key, { x: 1 });
    engine.resolve(engine.incidents()[0]!.key);

    // then
    expect(before).toEqual(['process', 'sub']);
    expect(engine.living()).toEqual(['process', 'sub', 'a', 'b']);
    engine.cancel(key);
  });

  it('should stop at a failing output mapping with its events still open', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      around(
        twoTasks,
        io(output('=assert(x, x != null)', 'y')),
        boundaryEvent('late', 'sub', timerEvent('timeDuration', 'PT1M')),
        flow('late', 'end'),
      ),
    );
    const key = engine.create('process');
    engine.completeJob('a');
    engine.completeJob('b');
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { x: 1 });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.IO_MAPPING_ERROR, elementId: 'sub' });
    expect(engine.variables(key)).toEqual({ x: 1, y: 1 });
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.events(ValueType.TIMER, TimerIntent.CANCELED)).toHaveLength(1);
  });

  it('should terminate from the inside out', () => {
    // given
    const engine = startEngine();
    engine.deploy(around(twoTasks));
    const key = engine.create('process');
    const from = engine.path(key).length;

    // when
    engine.cancel(key);

    // then
    expect(engine.path(key).slice(from)).toEqual([
      'process CANCELING',
      'process TERMINATING',
      'sub TERMINATING',
      'a TERMINATING',
      'a TERMINATED',
      'b TERMINATING',
      'b TERMINATED',
      'sub TERMINATED',
      'process TERMINATED',
    ]);
  });

  it('should be ended whole by its boundary event while an event sub-process runs beside', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      around(
        [
          ...twoTasks,
          eventSubProcess(
            'aside',
            eventSubProcessStart('told', messageEvent('m'), { interrupting: false }),
            flow('told', 'c'),
            serviceTask('c'),
          ),
        ],
        undefined,
        boundaryEvent('late', 'sub', timerEvent('timeDuration', 'PT1M')),
        flow('late', 'end'),
      ),
    );
    const key = engine.create('process', { id: 'x' });
    engine.publish('news', 'x');
    const before = engine.living();

    // when
    engine.advance(60_000);

    // then
    expect(before).toEqual(['process', 'sub', 'a', 'b', 'aside', 'c']);
    expect(engine.completed(key)).toEqual(['start', 'inner', 'told', 'late', 'end', 'process']);
  });

  it.each([
    ['timer', timerEvent('timeDuration', 'PT1M')],
    ['message', messageEvent('n')],
  ])('should be ended by its boundary %s while an event sub-process has interrupted it', (_kind, body) => {
    // given
    const engine = startEngine();
    engine.deploy(
      around(
        [
          ...twoTasks,
          eventSubProcess(
            'instead',
            eventSubProcessStart('told', messageEvent('m')),
            flow('told', 'c'),
            serviceTask('c'),
          ),
        ],
        undefined,
        boundaryEvent('over', 'sub', body),
        flow('over', 'end'),
      ),
    );
    const key = engine.create('process', { id: 'x' });
    engine.publish('news', 'x');
    const before = engine.living();

    // when
    engine.publish('other', 'x');
    engine.advance(60_000);

    // then
    expect(before).toEqual(['process', 'sub', 'instead', 'c']);
    expect(engine.completed(key)).toEqual(['start', 'inner', 'told', 'over', 'end', 'process']);
  });

  it('should let a non-interrupting boundary event fire while an event sub-process has interrupted it', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      around(
        [
          ...twoTasks,
          eventSubProcess(
            'instead',
            eventSubProcessStart('told', messageEvent('m')),
            flow('told', 'c'),
            serviceTask('c'),
          ),
        ],
        undefined,
        boundaryEvent('tick', 'sub', timerEvent('timeCycle', 'R2/PT1M'), { interrupting: false }),
        flow('tick', 'end'),
      ),
    );
    const key = engine.create('process', { id: 'x' });
    engine.publish('news', 'x');

    // when
    engine.advance(120_000);

    // then
    expect(engine.completed(key)).toEqual(['start', 'inner', 'told', 'tick', 'end', 'tick', 'end']);
    engine.completeJob('c');
    expect(engine.isCompleted(key)).toBe(true);
  });
});

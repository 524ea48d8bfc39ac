import { IncidentErrorType, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  element,
  endEvent,
  flow,
  input,
  io,
  output,
  scriptTask,
  startEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

const around = (script: string, ...more: readonly string[]) =>
  bpmn({}, startEvent(), flow('start', 'script'), script, flow('script', 'end'), endEvent(), ...more);

describe('script task', () => {
  it('should evaluate the script and hand its result to the process', () => {
    // given
    const engine = startEngine();
    engine.deploy(around(scriptTask('script', '=a + b', 'sum')));

    // when
    const key = engine.create('process', { a: 1, b: 2 });

    // then
    expect(engine.variables(key)).toEqual({ a: 1, b: 2, sum: 3 });
    expect(engine.trace().filter((line) => line.includes("'script'") || line.includes('VARIABLE'))).toEqual([
      'E VARIABLE CREATED',
      'E VARIABLE CREATED',
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT SCRIPT_TASK 'script'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING SCRIPT_TASK 'script'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED SCRIPT_TASK 'script'",
      'E VARIABLE CREATED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETING SCRIPT_TASK 'script'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED SCRIPT_TASK 'script'",
    ]);
  });

  it.each([
    ['=null', null],
    ['=[1, "two", true]', [1, 'two', true]],
    ['={a: {b: 1}}', { a: { b: 1 } }],
    ['=duration("PT1H")', 'PT1H'],
  ])('should keep a result of any type: %s', (script, expected) => {
    // given
    const engine = startEngine();
    engine.deploy(around(scriptTask('script', script, 'result')));

    // when
    const key = engine.create('process');

    // then
    expect(engine.variables(key)).toEqual({ result: expected });
  });

  it('should see its inputs, and let only mapped outputs leave', () => {
    // given
    const engine = startEngine();
    engine.deploy(around(scriptTask('script', '=n * 2', 'twice', io(input('=x + 1', 'n'), output('=twice', 'y')))));

    // when
    const key = engine.create('process', { x: 4 });

    // then
    expect(engine.variables(key)).toEqual({ x: 4, y: 10 });
  });

  it('should stop when the script fails and go on once the variables are mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(around(scriptTask('script', '=assert(x, x != null)', 'y')));
    const key = engine.create('process');
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { x: 1 });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value.errorType).toBe(IncidentErrorType.EXTRACT_VALUE_ERROR);
    expect(incident?.value.errorMessage).toContain('assert(x, x != null)');
    expect(engine.variables(key)).toEqual({ x: 1, y: 1 });
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should stop at a failing output mapping and go on once the variables are mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(around(scriptTask('script', '=1', 'y', io(output('=assert(x, x != null)', 'z')))));
    const key = engine.create('process');
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { x: 1 });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value.errorType).toBe(IncidentErrorType.IO_MAPPING_ERROR);
    expect(engine.variables(key)).toEqual({ x: 1, z: 1 });
  });

  it('should open no boundary event: it never waits', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      around(
        scriptTask('script', '=1', 'y'),
        boundaryEvent('late', 'script', timerEvent('timeDuration', 'PT1M')),
        flow('late', 'end'),
      ),
    );

    // when
    const key = engine.create('process');

    // then
    expect(engine.events(ValueType.TIMER)).toEqual([]);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should be done by a worker when it has a task definition', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      around(
        element('scriptTask', 'script', {
          extensions: `<zeebe:taskDefinition type="run"/>${io(output('=done', 'y'))}`,
        }),
      ),
    );
    const key = engine.create('process');

    // when
    engine.completeJob('run', { done: true });

    // then
    expect(engine.variables(key)).toEqual({ y: true });
    expect(engine.isCompleted(key)).toBe(true);
  });
});

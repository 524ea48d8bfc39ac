import { IncidentErrorType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, input, io, output, serviceTask, startEvent } from '../../../test/bpmn.ts';
import { startEngine } from '../../../test/invariants.ts';

const mapped = (...mappings: readonly string[]) =>
  bpmn(
    {},
    startEvent(),
    flow('start', 'task'),
    serviceTask('task', { io: io(...mappings) }),
    flow('task', 'end'),
    endEvent(),
  );

function inputsOf(mappings: readonly string[], variables: object): unknown {
  const engine = startEngine();
  engine.deploy(mapped(...mappings));
  engine.create('process', variables);
  return engine.variables(engine.keyOf('task'));
}

function outputsOf(mappings: readonly string[], variables: object, payload: object): unknown {
  const engine = startEngine();
  engine.deploy(mapped(...mappings));
  const key = engine.create('process', variables);
  engine.completeJob('task', payload);
  expect(engine.isCompleted(key)).toBe(true);
  return engine.variables(key);
}

describe('input mappings', () => {
  it('should build a nested target freshly and leave the outer variable alone', () => {
    // given
    const engine = startEngine();
    engine.deploy(mapped(input('=x', 'a.b')));

    // when
    const key = engine.create('process', { x: 1, a: { c: 2 } });

    // then
    expect(engine.variables(engine.keyOf('task'))).toEqual({ a: { b: 1 } });
    expect(engine.variables(key)).toEqual({ x: 1, a: { c: 2 } });
  });

  it('should let a later source see earlier targets', () => {
    expect(inputsOf([input('=x + 1', 'y'), input('=y + 1', 'z')], { x: 1, y: 100 })).toEqual({ y: 2, z: 3 });
  });

  it('should form one object of targets with a common root', () => {
    expect(inputsOf([input('=1', 'a.b'), input('=a.b + 1', 'c'), input('=2', 'a.d.e')], {})).toEqual({
      a: { b: 1, d: { e: 2 } },
      c: 2,
    });
  });

  it('should keep the place of a repeated target but use its last source', () => {
    expect(inputsOf([input('=1', 'y'), input('=y', 'z'), input('=2', 'y')], {})).toEqual({ y: 2, z: 2 });
  });

  it('should take text that is no expression as a text, even when it looks like a number', () => {
    expect(inputsOf([input('5', 'five'), input('true', 'yes')], {})).toEqual({ five: '5', yes: 'true' });
  });

  it('should give null for what is missing', () => {
    expect(inputsOf([input('=missing', 'x'), input('=a.b.c', 'y')], { a: {} })).toEqual({ x: null, y: null });
  });

  it('should write nothing when one of several fails', () => {
    // given
    const engine = startEngine();
    engine.deploy(mapped(input('=1', 'x'), input('=assert(y, y != null)', 'y')));

    // when
    engine.create('process');

    // then
    expect(engine.variables(engine.keyOf('task'))).toEqual({});
    expect(engine.incidents()[0]?.value).toMatchObject({
      errorType: IncidentErrorType.IO_MAPPING_ERROR,
      variableScopeKey: engine.keyOf('task'),
    });
  });
});

describe('output mappings', () => {
  it('should keep what is not mapped from leaving', () => {
    expect(outputsOf([output('=r', 'result')], { x: 1 }, { r: 2, s: 3, x: 4 })).toEqual({ x: 1, result: 2 });
  });

  it('should merge a nested target into the present object', () => {
    expect(outputsOf([output('=r', 'a.b')], { a: { b: 0, c: 1 } }, { r: 2 })).toEqual({ a: { b: 2, c: 1 } });
  });

  it('should merge deeply nested targets leaf by leaf', () => {
    expect(outputsOf([output('=r', 'a.b.c'), output('=r', 'a.d')], { a: { b: { x: 0 }, e: 1 } }, { r: 2 })).toEqual({
      a: { b: { x: 0, c: 2 }, e: 1, d: 2 },
    });
  });

  it.each([
    ['missing', {}],
    ['null', { a: null }],
    ['no object', { a: 5 }],
  ])('should make a new object for a nested target when the present one is %s', (_what, variables) => {
    expect(outputsOf([output('=r', 'a.b')], variables, { r: 2 })).toEqual({ a: { b: 2 } });
  });

  it('should replace a whole object, never merge it', () => {
    expect(outputsOf([output('=r', 'a')], { a: { b: 0, c: 1 } }, { r: { b: 2 } })).toEqual({ a: { b: 2 } });
  });

  it('should see the inputs and the payload of the task', () => {
    expect(outputsOf([input('=x', 'y'), output('=y + r', 'sum')], { x: 1 }, { r: 2 })).toEqual({ x: 1, sum: 3 });
  });

  it('should keep an input of the same name to the task and write the mapped one outside', () => {
    expect(outputsOf([input('=x * 10', 'x'), output('=x + 1', 'x')], { x: 1 }, {})).toEqual({ x: 11 });
  });
});

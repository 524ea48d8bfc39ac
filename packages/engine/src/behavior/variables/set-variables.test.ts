import { ProcessInstanceCreationIntent, RejectionType, ValueType, VariableIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, element, endEvent, flow, input, io, output, serviceTask, startEvent } from '../../../test/bpmn.ts';
import { startEngine } from '../../../test/invariants.ts';

/** A task inside a sub-process that has a local variable `local`. */
function nested(taskMappings?: string): string {
  return bpmn(
    {},
    startEvent(),
    flow('start', 'sub'),
    element('subProcess', 'sub', {
      extensions: io(input('="a"', 'local')),
      body: [
        startEvent('inner'),
        flow('inner', 'task'),
        serviceTask('task', taskMappings === undefined ? {} : { io: taskMappings }),
        flow('task', 'wait'),
        serviceTask('wait'),
      ].join(''),
    }),
    flow('sub', 'end'),
    endEvent(),
  );
}

describe('variables', () => {
  it('should be written in the nearest scope that has them, else in the process', () => {
    // given
    const engine = startEngine();
    engine.deploy(nested());
    const key = engine.create('process', { root: 1 });

    // when
    engine.completeJob('task', { root: 2, local: 'b', fresh: true });

    // then
    expect(engine.variables(key)).toEqual({ root: 2, fresh: true });
    expect(engine.variables(engine.keyOf('sub'))).toEqual({ local: 'b' });
    engine.cancel(key);
  });

  it('should not leak past the nearest scope when the value there is equal already', () => {
    // given
    const engine = startEngine();
    engine.deploy(nested(io(output('="a"', 'local'))));
    const key = engine.create('process');

    // when
    engine.completeJob('task');

    // then
    expect(engine.variables(key)).toEqual({});
    expect(engine.variables(engine.keyOf('sub'))).toEqual({ local: 'a' });
    engine.cancel(key);
  });

  it('should stay in the task when its own input has the name', () => {
    // given
    const engine = startEngine();
    engine.deploy(nested(io(input('=1', 'mine'))));
    const key = engine.create('process');

    // when
    engine.completeJob('task', { mine: 2 });

    // then
    expect(engine.variables(key)).toEqual({});
    expect(engine.events(ValueType.VARIABLE).at(-1)?.value).toMatchObject({
      name: 'mine',
      value: '2',
      scopeKey: engine.keyOf('task'),
    });
    engine.cancel(key);
  });

  it('should not be written again when nothing changes, and keep their key when something does', () => {
    // given
    const engine = startEngine();
    engine.deploy(nested());
    const key = engine.create('process', { x: { a: [1, 2] } });
    const from = engine.events(ValueType.VARIABLE).length;

    // when
    engine.setVariables(key, { x: { a: [1, 2] } });
    const unchanged = engine.events(ValueType.VARIABLE).length;
    engine.setVariables(key, { x: 2 });

    // then
    expect(unchanged).toBe(from);
    const [created] = engine.events(ValueType.VARIABLE, VariableIntent.CREATED);
    const [updated] = engine.events(ValueType.VARIABLE, VariableIntent.UPDATED);
    expect(updated?.key).toBe(created?.key);
    expect(updated?.value).toEqual({ ...created?.value, value: '2' });
    engine.cancel(key);
  });

  it('should be set by a client exactly in a scope, or as seen from it', () => {
    // given
    const engine = startEngine();
    engine.deploy(nested());
    const key = engine.create('process', { x: 1 });
    const sub = engine.keyOf('sub');

    // when
    engine.setVariables(sub, { x: 2, y: 3 }, true);
    engine.setVariables(engine.keyOf('task'), { x: 4, z: 5 });
    const unknown = engine.setVariables(1n as typeof key, { x: 1 });

    // then
    expect(engine.variables(sub)).toEqual({ local: 'a', x: 4, y: 3 });
    expect(engine.variables(key)).toEqual({ x: 1, z: 5 });
    expect(unknown?.record.rejectionType).toBe(RejectionType.NOT_FOUND);
    engine.cancel(key);
  });

  it('should keep numbers beyond 2^53 exact', () => {
    // given
    const engine = startEngine();
    engine.deploy(nested());

    // when
    const { record } = engine.sendAccepted(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, {
      ...engine.creation('process'),
      variables: '{"big": 9007199254740993123, "small": 0.30000000000000004}',
    });

    // then
    expect(engine.activate('task')[0]?.variables).toContain('9007199254740993123');
    expect(engine.events(ValueType.VARIABLE).map(({ value }) => value.value)).toContain('0.30000000000000004');
    engine.cancel(record.key);
  });
});

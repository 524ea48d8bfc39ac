import { ProcessInstanceCreationIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  callActivity,
  endEvent,
  flow,
  parallelGateway,
  serviceTask,
  startEvent,
  subProcess,
  timerEvent,
} from '../../../test/bpmn.ts';
import { startEngine } from '../../../test/invariants.ts';
import { rejectionOf } from '../../../test/outcome.ts';
import type { TestEngine } from '../../../test/test-engine.ts';

function create(engine: TestEngine, ...terminateAfterElementIds: readonly string[]) {
  return engine.send(
    ValueType.PROCESS_INSTANCE_CREATION,
    ProcessInstanceCreationIntent.CREATE,
    engine.creation('process', { terminateAfterElementIds }),
  );
}

const branching = bpmn(
  {},
  startEvent(),
  flow('start', 'fork'),
  parallelGateway('fork'),
  flow('fork', 'sub'),
  flow('fork', 'other'),
  subProcess(
    'sub',
    startEvent('inner'),
    flow('inner', 'a'),
    serviceTask('a'),
    flow('a', 'b'),
    serviceTask('b'),
    flow('b', 'innerEnd'),
    endEvent('innerEnd'),
  ),
  boundaryEvent('late', 'sub', timerEvent('timeDuration', 'PT1S')),
  serviceTask('other'),
  flow('sub', 'end'),
  flow('other', 'end'),
  flow('late', 'end'),
  endEvent(),
);

describe('runtime instructions', () => {
  it('should terminate the instance when the element has completed, before anything behind it', () => {
    // given
    const engine = startEngine();
    engine.deploy(branching);
    const { key } = create(engine, 'a')!.record;

    // when
    engine.completeJob('a');

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.completed()).toEqual(['start', 'fork', 'inner', 'a']);
    expect(engine.path()).not.toContain('b ACTIVATING');
    expect(engine.events(ValueType.RUNTIME_INSTRUCTION).map(({ value }) => value)).toEqual([
      { processInstanceKey: key, elementId: 'a', tenantId: '<default>' },
    ]);
  });

  it('should terminate the instance when the element was terminated, without what interrupted it', () => {
    // given
    const engine = startEngine();
    engine.deploy(branching);
    const { key } = create(engine, 'sub')!.record;

    // when
    engine.advance(1000);

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.path()).not.toContain('late ACTIVATING');
  });

  it('should terminate when an element inside a scope that is ending is gone', () => {
    // given
    const engine = startEngine();
    engine.deploy(branching);
    const { key } = create(engine, 'a')!.record;

    // when
    engine.advance(1000);

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.events(ValueType.RUNTIME_INSTRUCTION)).toHaveLength(1);
  });

  it('should take effect once, and leave other instances alone', () => {
    // given
    const engine = startEngine();
    engine.deploy(branching);
    const { key } = create(engine, 'fork', 'start', 'a')!.record;
    const other = engine.create('process');

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.events(ValueType.RUNTIME_INSTRUCTION)).toHaveLength(1);
    expect(engine.isTerminated(other)).toBe(false);
    engine.cancel(other);
    expect(engine.events(ValueType.RUNTIME_INSTRUCTION)).toHaveLength(1);
  });

  it('should end called instances with the instance', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn({ id: 'child' }, startEvent(), flow('start', 'work'), serviceTask('work'), flow('work', 'end'), endEvent()),
      bpmn(
        {},
        startEvent(),
        flow('start', 'fork'),
        parallelGateway('fork'),
        flow('fork', 'call'),
        flow('fork', 'task'),
        callActivity('call', 'child'),
        serviceTask('task'),
        flow('call', 'end'),
        flow('task', 'end'),
        endEvent(),
      ),
    );
    const { key } = create(engine, 'task')!.record;

    // when
    engine.completeJob('task');

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.living()).toEqual([]);
  });

  it.each(['nothing', 'process', 'start_fork'])("should refuse '%s', which is no element that ends", (id) => {
    // given
    const engine = startEngine();
    engine.deploy(branching);

    // then
    expect(rejectionOf(create(engine, 'a', id))).toBe(
      `INVALID_ARGUMENT: Expected to create instance of process 'process' with runtime instructions for its elements, but no element found with id '${id}'.`,
    );
  });
});

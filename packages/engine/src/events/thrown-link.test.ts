import { describe, expect, it } from 'vitest';
import {
  bpmn,
  catchEvent,
  endEvent,
  flow,
  io,
  linkEvent,
  output,
  parallelGateway,
  serviceTask,
  startEvent,
  throwEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

describe('link', () => {
  it('should go on at the catch event of its name once for every throw', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        parallelGateway('fork'),
        flow('start', 'fork'),
        throwEvent('one', linkEvent('far')),
        throwEvent('two', linkEvent('far')),
        flow('fork', 'one'),
        flow('fork', 'two'),
        catchEvent('far', linkEvent('far')),
        serviceTask('task'),
        flow('far', 'task'),
      ),
    );

    // when
    const instance = engine.create('p');

    // then
    expect(engine.activate('task')).toHaveLength(2);
    expect(engine.completed(instance).filter((id) => id === 'far')).toHaveLength(2);
  });

  it('should keep its scope alive when it is all that is left in it', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        throwEvent('near', linkEvent('far'), io(output('=1', 'x'))),
        flow('start', 'near'),
        catchEvent('far', linkEvent('far')),
        endEvent(),
        flow('far', 'end'),
      ),
    );

    // when
    const instance = engine.create('p');

    // then
    expect(engine.path(instance).slice(-13, -3)).toEqual([
      'near COMPLETING',
      'near COMPLETED',
      'far ACTIVATING',
      'far ACTIVATED',
      'far COMPLETING',
      'far COMPLETED',
      'far_end SEQUENCE_FLOW_TAKEN',
      'end ACTIVATING',
      'end ACTIVATED',
      'end COMPLETING',
    ]);
    expect(engine.variables(instance)).toEqual({ x: 1 });
  });
});

import { IncidentErrorType, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, exclusiveGateway, flow, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

function threeWays(conditions: { readonly a: string; readonly b: string; readonly c?: string }, defaultId?: string) {
  return bpmn(
    {},
    startEvent(),
    flow('start', 'choice'),
    exclusiveGateway('choice', defaultId),
    flow('choice', 'a', conditions.a),
    flow('choice', 'b', conditions.b),
    flow('choice', 'c', conditions.c),
    endEvent('a'),
    endEvent('b'),
    endEvent('c'),
  );
}

describe('exclusive gateway', () => {
  it('should take only the first flow, in document order, whose condition holds', () => {
    // given
    const engine = startEngine();
    engine.deploy(threeWays({ a: '=x > 10', b: '=x > 1', c: '=x > 0' }));

    // when
    const key = engine.create('process', { x: 5 });

    // then
    expect(engine.path(key)).toEqual([
      'process ACTIVATING',
      'process ACTIVATED',
      'start ACTIVATING',
      'start ACTIVATED',
      'start COMPLETING',
      'start COMPLETED',
      'start_choice SEQUENCE_FLOW_TAKEN',
      'choice ACTIVATING',
      'choice ACTIVATED',
      'choice COMPLETING',
      'choice COMPLETED',
      'choice_b SEQUENCE_FLOW_TAKEN',
      'b ACTIVATING',
      'b ACTIVATED',
      'b COMPLETING',
      'b COMPLETED',
      'process COMPLETING',
      'process COMPLETED',
    ]);
  });

  it('should take the default flow, whose own condition is never evaluated, only when no other holds', () => {
    // given
    const engine = startEngine();
    engine.deploy(threeWays({ a: '=assert(null, false)', b: '=x > 1', c: '=x > 2' }, 'choice_a'));

    // when
    const low = engine.create('process', { x: 0 });
    const high = engine.create('process', { x: 2 });

    // then
    expect(engine.completed(low)).toContain('a');
    expect(engine.completed(high)).toContain('b');
    expect(engine.incidents()).toEqual([]);
  });

  it('should stop without a match and go on at the right flow once the variable is mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(threeWays({ a: '=x = 1', b: '=x = 2', c: '=x = 3' }));
    const key = engine.create('process', { x: 9 });
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { x: 3 });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.CONDITION_ERROR,
      errorMessage: 'Expected at least one condition to evaluate to true, or to have a default flow',
      elementId: 'choice',
      processInstanceKey: key,
      elementInstanceKey: engine.keyOf('choice'),
      variableScopeKey: engine.keyOf('choice'),
    });
    expect(engine.path(key).filter((line) => line.startsWith('choice '))).toEqual([
      'choice ACTIVATING',
      'choice ACTIVATED',
      'choice COMPLETING',
      'choice COMPLETED',
    ]);
    expect(engine.completed(key)).toContain('c');
  });

  it('should name expression, expected and actual type and the warnings when a condition is null', () => {
    // given
    const engine = startEngine();
    engine.deploy(threeWays({ a: '=missing', b: '=true', c: '=true' }));

    // when
    const key = engine.create('process');

    // then
    const [incident] = engine.incidents();
    expect(incident?.value.errorType).toBe(IncidentErrorType.EXTRACT_VALUE_ERROR);
    expect(incident?.value.errorMessage).toBe(
      "Expected result of the expression 'missing' to be 'BOOLEAN', but was 'NULL'. " +
        "The evaluation reported the following warnings:\n[NO_VARIABLE_FOUND] No variable found with name 'missing'",
    );
    expect(engine.living()).toEqual(['process', 'choice']);
    engine.cancel(key);
    expect(engine.incidents()).toEqual([]);
    expect(engine.living()).toEqual([]);
  });

  it('should stop when a condition compares with a missing variable', () => {
    // given
    const engine = startEngine();
    engine.deploy(threeWays({ a: '=x > 10', b: '=true', c: '=true' }));

    // when
    engine.create('process');

    // then
    expect(engine.incidents()[0]?.value.errorMessage).toMatch(/'x > 10' to be 'BOOLEAN', but was 'NULL'/);
  });

  it('should not look at conditions behind the first that holds', () => {
    // given
    const engine = startEngine();
    engine.deploy(threeWays({ a: '=true', b: '=missing', c: '=missing' }));

    // when
    const key = engine.create('process');

    // then
    expect(engine.completed(key)).toContain('a');
    expect(engine.events(ValueType.INCIDENT)).toEqual([]);
  });

  it('should take a single flow without a condition', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn({}, startEvent(), flow('start', 'choice'), exclusiveGateway('choice'), flow('choice', 'end'), endEvent()),
    );

    // when
    const key = engine.create('process');

    // then
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should stop at a single flow whose condition does not hold', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'choice'),
        exclusiveGateway('choice'),
        flow('choice', 'end', '=false'),
        endEvent(),
      ),
    );

    // when
    engine.create('process');

    // then
    expect(engine.incidents()[0]?.value.errorType).toBe(IncidentErrorType.CONDITION_ERROR);
  });

  it('should end its path without outgoing flows and pass every incoming token by itself', () => {
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
        flow('a', 'merge'),
        flow('b', 'merge'),
        exclusiveGateway('merge'),
      ),
    );
    const key = engine.create('process');

    // when
    engine.completeJob('a');
    engine.completeJob('b');

    // then
    expect(engine.completed(key).filter((id) => id === 'merge')).toHaveLength(2);
    expect(engine.isCompleted(key)).toBe(true);
  });
});

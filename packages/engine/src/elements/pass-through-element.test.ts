import { describe, expect, it } from 'vitest';
import { bpmn, element, endEvent, flow, io, output, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

describe('pass-through element', () => {
  it.each(['manualTask', 'task', 'intermediateThrowEvent'])('should go straight through a %s', (kind) => {
    // given
    const engine = startEngine();
    engine.deploy(bpmn({}, startEvent(), flow('start', 'it'), element(kind, 'it'), flow('it', 'end'), endEvent()));

    // when
    const key = engine.create('process');

    // then
    expect(engine.path(key).filter((line) => line.startsWith('it '))).toEqual([
      'it ACTIVATING',
      'it ACTIVATED',
      'it COMPLETING',
      'it COMPLETED',
    ]);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should apply the output mappings of a none throw event, again after an incident', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'reached'),
        element('intermediateThrowEvent', 'reached', { extensions: io(output('=assert(x, x != null)', 'y')) }),
        flow('reached', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process');
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { x: 1 });
    engine.resolve(incident!.key);

    // then
    expect(engine.variables(key)).toEqual({ x: 1, y: 1 });
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should send a token over each outgoing flow and end its path without one', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'split'),
        element('task', 'split'),
        flow('split', 'a'),
        flow('split', 'b'),
        element('task', 'a'),
        element('manualTask', 'b'),
      ),
    );

    // when
    const key = engine.create('process');

    // then
    expect(engine.completed(key)).toEqual(['start', 'split', 'a', 'b', 'process']);
  });
});

import { IncidentIntent, type Key, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, exclusiveGateway, flow, input, io, output, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { answersOf, eventsOf, rejectionOf } from '../../test/outcome.ts';

describe('INCIDENT RESOLVE', () => {
  it('should try the activation again, without a second ACTIVATING, and answer with the incident', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        serviceTask('task', { type: '=kind', io: io(input('=1', 'given')) }),
        endEvent(),
        flow('start', 'task'),
        flow('task', 'end'),
      ),
    );
    const instance = engine.create('p', { kind: 5 });
    const [incident] = engine.incidents();
    expect(incident?.value.errorMessage).toContain(
      "Expected result of the expression 'kind' to be 'STRING', but was 'NUMBER'.",
    );
    engine.setVariables(instance, { kind: 'work' });

    // when
    let answers: ReturnType<typeof answersOf> = [];
    const events = eventsOf(engine, () => {
      answers = answersOf(engine, () => engine.resolve(incident!.key));
    });

    // then
    expect(events).toEqual([
      'INCIDENT RESOLVED',
      'JOB CREATED',
      "PROCESS_INSTANCE ELEMENT_ACTIVATED SERVICE_TASK 'task'",
    ]);
    expect(answers).toMatchObject([
      { intent: IncidentIntent.RESOLVED, key: incident?.key, value: { elementId: 'task' } },
    ]);
    expect(engine.activate('work')).toHaveLength(1);
  });

  it('should raise a new incident when the cause is still there', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        exclusiveGateway('split'),
        endEvent(),
        endEvent('other'),
        flow('start', 'split'),
        flow('split', 'end', '=a = 1'),
        flow('split', 'other', '=a = 2'),
      ),
    );
    const instance = engine.create('p', { a: 0 });
    const [first] = engine.incidents();

    // when
    engine.resolve(first!.key);

    // then
    const [second] = engine.incidents();
    expect(second?.key).not.toBe(first?.key);
    engine.setVariables(instance, { a: 2 });
    engine.resolve(second!.key);
    expect(engine.completed()).toEqual(['start', 'split', 'other', 'p']);
    expect(engine.path().filter((line) => line === 'split ACTIVATING')).toHaveLength(1);
  });

  it('should try the completion again', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        serviceTask('task', { io: io(output('=assert(sum, sum > 0)', 'total')) }),
        endEvent(),
        flow('start', 'task'),
        flow('task', 'end'),
      ),
    );
    const instance = engine.create('p');
    engine.completeJob('task', { sum: 0 });
    const [incident] = engine.incidents();

    // when
    engine.setVariables(engine.keyOf('task'), { sum: 4 }, true);
    engine.resolve(incident!.key);

    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance)).toEqual({ total: 4 });
    expect(engine.path().filter((line) => line === 'task COMPLETING')).toHaveLength(1);
  });

  it('should refuse an unknown incident, and one that is resolved', () => {
    const engine = startEngine();
    expect(rejectionOf(engine.resolve(7n as Key))).toBe(
      "NOT_FOUND: Expected to resolve incident with key '7', but no such incident was found",
    );
    expect(engine.events(ValueType.INCIDENT)).toEqual([]);
  });
});

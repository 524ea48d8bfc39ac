import { ProcessInstanceCreationIntent, ProcessInstanceResultIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { answersOf, eventsOf, rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

function deployed(): TestEngine {
  const engine = startEngine();
  engine.deploy(
    bpmn({ id: 'p' }, startEvent(), serviceTask('task'), endEvent(), flow('start', 'task'), flow('task', 'end')),
  );
  return engine;
}

function create(engine: TestEngine, changes: Parameters<TestEngine['creation']>[1] = {}) {
  const { CREATE_WITH_AWAITING_RESULT } = ProcessInstanceCreationIntent;
  return engine.send(
    ValueType.PROCESS_INSTANCE_CREATION,
    CREATE_WITH_AWAITING_RESULT,
    engine.creation('p', { with: { a: 1, b: 2 }, ...changes }),
  );
}

describe('PROCESS_INSTANCE_CREATION CREATE_WITH_AWAITING_RESULT', () => {
  it('should answer with the variables once the instance is completed', () => {
    // given
    const engine = deployed();
    expect(create(engine, { tags: ['blue'] })).toBeUndefined();

    // when
    let answers: ReturnType<typeof answersOf> = [];
    const events = eventsOf(engine, () => {
      answers = answersOf(engine, () => engine.completeJob('task', { c: 3 }));
    });

    // then
    expect(events.slice(-3)).toEqual([
      "PROCESS_INSTANCE ELEMENT_COMPLETING PROCESS 'p'",
      'PROCESS_INSTANCE_RESULT COMPLETED',
      "PROCESS_INSTANCE ELEMENT_COMPLETED PROCESS 'p'",
    ]);
    expect(answers.filter(({ valueType }) => valueType === ValueType.PROCESS_INSTANCE_RESULT)).toMatchObject([
      {
        intent: ProcessInstanceResultIntent.COMPLETED,
        key: engine.keyOf('p'),
        value: { variables: '{"a":1,"b":2,"c":3}', tags: ['blue'], processInstanceKey: engine.keyOf('p') },
      },
    ]);
  });

  it('should answer with the variables asked for, without those that are missing', () => {
    const engine = deployed();
    create(engine, { fetchVariables: ['b', 'missing'] });
    engine.completeJob('task');
    expect(engine.events(ValueType.PROCESS_INSTANCE_RESULT)[0]?.value.variables).toBe('{"b":2}');
  });

  it('should give no result of an instance that is canceled', () => {
    const engine = deployed();
    create(engine);
    const answers = answersOf(engine, () => engine.cancel(engine.keyOf('p')));
    expect(answers).toHaveLength(1);
    expect(engine.events(ValueType.PROCESS_INSTANCE_RESULT)).toEqual([]);
  });

  it('should refuse what cannot be created, and start instructions', () => {
    const engine = deployed();
    expect(rejectionOf(create(engine, { bpmnProcessId: 'q' }))).toMatch(/^NOT_FOUND: /);
    expect(rejectionOf(create(engine, { startInstructions: ['task'] }))).toBe(
      'INVALID_ARGUMENT: Expected no start instructions when the result is awaited, but some are given',
    );
  });
});

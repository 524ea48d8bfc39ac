import {
  DEFAULT_TENANT_ID,
  JobIntent,
  type Key,
  RecordType,
  ValueType,
  VariableDocumentIntent,
  VariableIntent,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, flow, serviceTask, startEvent, subProcess } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { answersOf, eventsOf, rejectionOf } from '../../test/outcome.ts';
import { completeListener, keptUserTask, oneUserTask, userTaskKey, userTaskResult } from '../../test/user-tasks.ts';

function nested() {
  const engine = startEngine();
  engine.deploy(
    bpmn(
      { id: 'p' },
      startEvent(),
      subProcess('sub', startEvent('s'), serviceTask('task'), flow('s', 'task')),
      flow('start', 'sub'),
    ),
  );
  const instance = engine.create('p', { a: 1 });
  return { engine, instance, sub: engine.keyOf('sub'), task: engine.keyOf('task') };
}

describe('VARIABLE_DOCUMENT UPDATE', () => {
  it('should write each variable where it is, and new ones outermost', () => {
    // given
    const { engine, instance, sub, task } = nested();
    engine.setVariables(sub, { b: 1 }, true);

    // when
    const answers = answersOf(engine, () => engine.setVariables(task, { a: 2, b: 2, c: 2 }));

    // then
    expect(answers).toMatchObject([{ intent: VariableDocumentIntent.UPDATED, value: { scopeKey: task } }]);
    expect(engine.variables(instance)).toEqual({ a: 2, c: 2 });
    expect(engine.variables(sub)).toEqual({ b: 2 });
    expect(engine.variables(task)).toEqual({});
  });

  it('should write exactly there when it is local', () => {
    const { engine, instance, task } = nested();
    engine.setVariables(task, { a: 2 }, true);
    expect(engine.variables(instance)).toEqual({ a: 1 });
    expect(engine.variables(task)).toEqual({ a: 2 });
    expect(engine.activate('task')[0]?.variables).toBe('{"a":2}');
  });

  it('should write no variable that is the same already, and keep the key of a changed one', () => {
    // given
    const { engine, instance } = nested();

    // when
    const same = eventsOf(engine, () => engine.setVariables(instance, { a: 1 }));
    const changed = eventsOf(engine, () => engine.setVariables(instance, { a: 2 }));

    // then
    expect(same).toEqual(['VARIABLE_DOCUMENT UPDATED']);
    expect(changed).toEqual(['VARIABLE UPDATED', 'VARIABLE_DOCUMENT UPDATED']);
    const [created] = engine.events(ValueType.VARIABLE, VariableIntent.CREATED);
    const [updated] = engine.events(ValueType.VARIABLE, VariableIntent.UPDATED);
    expect(updated?.key).toBe(created?.key);
  });

  it('should keep numbers as they are written', () => {
    const { engine, instance } = nested();
    engine.send(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, {
      scopeKey: instance,
      isLocal: true,
      variables: '{ "big" : 9007199254740993 , "price": 1.10 }',
      tenantId: DEFAULT_TENANT_ID,
    });
    expect(engine.activate('task')[0]?.variables).toBe('{"a":1,"big":9007199254740993,"price":1.10}');
  });

  it('should refuse an unknown scope and what is no object', () => {
    const { engine, instance } = nested();
    expect(rejectionOf(engine.setVariables(7n as Key, { a: 1 }))).toBe(
      "NOT_FOUND: Expected to update variables for element with key '7', but no such element was found",
    );
    expect(rejectionOf(engine.setVariables(instance, [1]))).toBe(
      'INVALID_ARGUMENT: Expected variables to be a JSON object, but it is not: Expected a JSON object at offset 0',
    );
  });
});

describe('VARIABLE_DOCUMENT UPDATE in the scope of a user task', () => {
  it('should be an update of the task', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask());
    const instance = engine.create('p');

    // when
    const trace = eventsOf(engine, () => engine.setVariables(engine.keyOf('task'), { a: 1 }));

    // then
    expect(trace).toEqual([
      'VARIABLE_DOCUMENT UPDATING',
      'USER_TASK UPDATING',
      'VARIABLE CREATED',
      'USER_TASK UPDATED',
      'VARIABLE_DOCUMENT UPDATED',
    ]);
    expect(engine.events(ValueType.USER_TASK).at(-1)?.value).toMatchObject({ changedAttributes: ['variables'] });
    expect(engine.variables(instance)).toEqual({ a: 1 });
    expect(keptUserTask(engine, userTaskKey(engine))).toMatchObject({ state: 'CREATED', value: { variables: '{}' } });
  });

  it('should wait for the listeners of the task, who may also change it', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['updating:check'] }));
    const instance = engine.create('p', { a: 0 });

    // when
    const answer = engine.setVariables(engine.keyOf('task'), { a: 1, b: 2 }, true);

    // then
    expect(answer).toBeUndefined();
    const [job] = engine.activate('check', 1, { fetchVariables: ['a'] });
    expect(job).toMatchObject({ variables: '{"a":1}', userTask: { changedAttributes: ['variables'] } });

    // when
    const answers = answersOf(engine, () =>
      engine.job(JobIntent.COMPLETE, job!.jobKey, { result: userTaskResult({ correct: { priority: 1 } }) }),
    );

    // then
    expect(answers.at(-1)).toMatchObject({
      valueType: ValueType.VARIABLE_DOCUMENT,
      intent: VariableDocumentIntent.UPDATED,
    });
    expect(engine.variables(engine.keyOf('task'))).toEqual({ a: 1, b: 2 });
    expect(engine.variables(instance)).toEqual({ a: 0 });
    expect(keptUserTask(engine, userTaskKey(engine))?.value.priority).toBe(1);
  });

  it('should change nothing when a listener denies it', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['updating:check'] }));
    const instance = engine.create('p', { a: 0 });
    engine.setVariables(engine.keyOf('task'), { a: 1 });
    const key = userTaskKey(engine);

    // when
    const answers = answersOf(engine, () => completeListener(engine, 'check', { isDenied: true, deniedReason: 'no' }));

    // then
    expect(answers.at(-1)).toMatchObject({
      recordType: RecordType.COMMAND_REJECTION,
      valueType: ValueType.VARIABLE_DOCUMENT,
      intent: VariableDocumentIntent.UPDATE,
      rejectionReason: `Variable update for user task instance with key '${key}' was denied by Task Listener. Reason to deny: 'no'`,
    });
    expect(engine.trace().slice(-3)).toEqual(
      expect.arrayContaining(['E USER_TASK UPDATE_DENIED', 'E VARIABLE_DOCUMENT UPDATE_DENIED']),
    );
    expect(engine.variables(instance)).toEqual({ a: 0 });
  });

  it('should be rejected while the task is under way, and refused later when the task is canceled', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['updating:check'] }));
    const instance = engine.create('p');
    const task = engine.keyOf('task');
    engine.setVariables(task, { a: 1 });

    // then
    expect(rejectionOf(engine.setVariables(task, { a: 2 }))).toBe(
      `INVALID_STATE: Expected to trigger update transition for user task with key '${userTaskKey(engine)}', but it is in state 'UPDATING'`,
    );
    expect(answersOf(engine, () => engine.cancel(instance))).toContainEqual(
      expect.objectContaining({
        valueType: ValueType.VARIABLE_DOCUMENT,
        rejectionReason: 'user task was canceled during handling task variables update',
      }),
    );
  });
});

import {
  IncidentErrorType,
  JobIntent,
  JobKind,
  JobListenerEventType,
  NO_KEY,
  ProcessInstanceIntent,
  RecordType,
  UserTaskIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../test/invariants.ts';
import { answersOf, eventsOf, rejectionOf } from '../../test/outcome.ts';
import { EMPTY_INSTANCE, type TestEngine } from '../../test/test-engine.ts';
import {
  completeListener,
  keptUserTask,
  oneUserTask,
  userTaskCommand,
  userTaskEvents,
  userTaskKey,
  userTaskResult,
} from '../../test/user-tasks.ts';

describe('task listeners', () => {
  it('should run one after the other, in the order of the model, before the client is answered', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['completing:first', 'assigning:other', 'completing:second'] }));
    const instance = engine.create('p', { a: 1 });
    const key = userTaskKey(engine);

    // when
    const answer = userTaskCommand(engine, UserTaskIntent.COMPLETE, key, { variables: '{"a":2}', action: 'approve' });

    // then
    expect(answer).toBeUndefined();
    expect(engine.activate('second')).toEqual([]);
    const [job] = engine.activate('first');
    expect(job).toMatchObject({
      kind: JobKind.TASK_LISTENER,
      listenerEventType: JobListenerEventType.COMPLETING,
      elementInstanceKey: engine.keyOf('task'),
      retries: 3,
      variables: '{"a":2}',
      userTask: { userTaskKey: key, action: 'approve', assignee: '', priority: 50, changedAttributes: ['variables'] },
      customHeaders: { 'io.camunda.zeebe:userTaskKey': String(key), 'io.camunda.zeebe:action': 'approve' },
    });
    engine.job(JobIntent.COMPLETE, job!.jobKey);
    expect(keptUserTask(engine, key)?.state).toBe('COMPLETING');

    // when
    const answers = answersOf(engine, () => completeListener(engine, 'second'));

    // then
    expect(answers.map(({ intent, value }) => [intent, value])).toMatchObject([
      [expect.anything(), expect.anything()],
      [JobIntent.COMPLETED, expect.anything()],
      [UserTaskIntent.COMPLETED, { action: 'approve', variables: '{"a":2}' }],
    ]);
    expect(engine.variables(instance)).toEqual({ a: 2 });
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should answer a client across a restart', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['assigning:check'] }));
    engine.create('p');
    const requestId = engine.submit(
      ValueType.USER_TASK,
      UserTaskIntent.ASSIGN,
      { ...keptUserTask(engine, userTaskKey(engine))!.value, assignee: 'amy' },
      userTaskKey(engine),
    );
    engine.settle();

    // when
    const restarted: TestEngine = engine.replayed();
    completeListener(restarted, 'check');

    // then
    expect(restarted.effects).toContainEqual(
      expect.objectContaining({
        kind: 'response',
        requestId,
        record: expect.objectContaining({ intent: UserTaskIntent.ASSIGNED }),
      }),
    );
  });

  it('should correct what the transition leads to, seen by later listeners and in force only at its end', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['assigning:first', 'assigning:second'] }));
    engine.create('p');
    const key = userTaskKey(engine);
    userTaskCommand(engine, UserTaskIntent.ASSIGN, key, { assignee: 'amy' });

    // when
    completeListener(engine, 'first', { correct: { assignee: 'bob', priority: 90 } });

    // then
    expect(engine.events(ValueType.USER_TASK, UserTaskIntent.CORRECTED).map(({ value }) => value)).toMatchObject([
      { assignee: 'bob', priority: 90, changedAttributes: ['assignee', 'priority'] },
    ]);
    expect(keptUserTask(engine, key)?.value).toMatchObject({ assignee: '', priority: 50 });
    const [job] = engine.activate('second');
    expect(job?.userTask).toMatchObject({ assignee: 'bob', priority: 90, changedAttributes: ['assignee', 'priority'] });
    expect(job?.customHeaders).toMatchObject({ 'io.camunda.zeebe:changedAttributes': '["assignee","priority"]' });

    // when
    engine.job(JobIntent.COMPLETE, job!.jobKey, { result: userTaskResult({ correct: { assignee: '' } }) });

    // then
    const last = engine.events(ValueType.USER_TASK).at(-1);
    expect(last).toMatchObject({
      intent: UserTaskIntent.ASSIGNED,
      value: { assignee: '', priority: 90, changedAttributes: ['priority'] },
    });
    expect(keptUserTask(engine, key)?.value).toMatchObject({ assignee: '', priority: 90 });
  });

  it('should write no correction when nothing differs', () => {
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['updating:check'] }));
    engine.create('p');
    userTaskCommand(engine, UserTaskIntent.UPDATE, userTaskKey(engine), {
      changedAttributes: ['priority'],
      priority: 1,
    });
    completeListener(engine, 'check', { correct: { priority: 1 } });
    expect(userTaskEvents(engine).slice(2)).toEqual(['UPDATING', 'UPDATED']);
  });

  it('should let listeners to the creation say who it is assigned to, when the model does not', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['creating:first', 'creating:second', 'assigning:third'] }));
    engine.create('p');

    // when
    completeListener(engine, 'first', { correct: { assignee: 'amy', candidateUsersList: ['amy'] } });
    completeListener(engine, 'second', { correct: { assignee: 'bob' } });

    // then
    expect(userTaskEvents(engine)).toEqual(['CREATING', 'CORRECTED', 'CORRECTED', 'CREATED']);
    const [created] = engine.events(ValueType.USER_TASK, UserTaskIntent.CREATED);
    expect(created?.value).toMatchObject({ assignee: 'bob', changedAttributes: ['assignee', 'candidateUsersList'] });
    expect(keptUserTask(engine, userTaskKey(engine))?.value.assignee).toBe('bob');
  });

  it('should assign to whom the model says behind the listeners to the creation', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ assignment: 'assignee="amy"', listeners: ['creating:first'] }));
    engine.create('p');
    const [job] = engine.activate('first');

    // when
    const refused = engine.job(JobIntent.COMPLETE, job!.jobKey, {
      result: userTaskResult({ correct: { assignee: 'x' } }),
    });
    engine.job(JobIntent.COMPLETE, job!.jobKey);

    // then
    expect(rejectionOf(refused)).toMatch(
      /^INVALID_ARGUMENT: .* correcting the assignee on 'CREATING' event is not supported/,
    );
    expect(userTaskEvents(engine)).toEqual(['CREATING', 'CREATED', 'ASSIGNING', 'ASSIGNED']);
  });

  it('should refuse what a listener may not give', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['creating:first'] }));
    engine.create('p');
    const [job] = engine.activate('first');
    const complete = (changes: Parameters<typeof engine.job>[2]) =>
      rejectionOf(engine.job(JobIntent.COMPLETE, job!.jobKey, changes));

    // then
    expect(complete({ variables: '{"a":1}' })).toMatch(
      /^INVALID_ARGUMENT: .* with variables payload provided is not supported/,
    );
    expect(complete({ result: userTaskResult({ isDenied: true }) })).toMatch(
      /^INVALID_ARGUMENT: Denying .* 'CREATING' .* support denying: \[ASSIGNING, COMPLETING, UPDATING\]/,
    );
    expect(complete({ result: userTaskResult({ correctedAttributes: ['name'] }) })).toMatch(
      /^INVALID_ARGUMENT: .* property 'name' cannot be corrected/,
    );
    expect(complete({ result: userTaskResult({ correct: { priority: 101 } }) })).toMatch(
      /^INVALID_ARGUMENT: .* Expected priority to be in the range \[0,100\] but was '101'/,
    );
    expect(rejectionOf(engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode: 'e' }))).toMatch(/^INVALID_STATE: /);
    engine.job(JobIntent.COMPLETE, job!.jobKey);
    expect(userTaskEvents(engine)).toEqual(['CREATING', 'CREATED']);
  });

  it('should stop with an incident when a listener has no retries left, and repeat it when resolved', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['completing:first', 'completing:second'] }));
    const instance = engine.create('p');
    const key = userTaskKey(engine);
    userTaskCommand(engine, UserTaskIntent.COMPLETE, key);
    completeListener(engine, 'first');
    const [job] = engine.activate('second');

    // when
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0, errorMessage: 'broken' });

    // then
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.TASK_LISTENER_NO_RETRIES,
      errorMessage: 'broken',
      jobKey: job!.jobKey,
    });
    expect(keptUserTask(engine, key)?.state).toBe('COMPLETING');
    engine.job(JobIntent.UPDATE_RETRIES, job!.jobKey, { retries: 1 });
    engine.resolve(incident!.key);
    completeListener(engine, 'second');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should stop with an incident when what a listener is cannot be evaluated, and go on there when resolved', () => {
    for (const eventType of ['creating', 'completing', 'canceling']) {
      // given
      const engine = startEngine();
      engine.deploy(oneUserTask({ listeners: [`${eventType}:first`, `${eventType}:=kind`] }));
      const instance = engine.create('p');
      if (eventType === 'completing') userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine));
      if (eventType === 'canceling') engine.cancel(instance);

      // when
      completeListener(engine, 'first');

      // then
      const [incident] = engine.incidents();
      expect(incident?.value).toMatchObject({
        errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
        elementInstanceKey: engine.keyOf('task'),
        jobKey: NO_KEY,
      });
      engine.setVariables(instance, { kind: 'second' });
      engine.resolve(incident!.key);
      completeListener(engine, 'second');
      expect(engine.incidents()).toEqual([]);
      if (eventType === 'creating') userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine));
      expect(eventType === 'canceling' ? engine.isTerminated(instance) : engine.isCompleted(instance)).toBe(true);
    }
  });

  it('should tell a waiting client when the task is canceled meanwhile', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ listeners: ['completing:slow', 'canceling:last'] }));
    const instance = engine.create('p');
    const key = userTaskKey(engine);
    userTaskCommand(engine, UserTaskIntent.COMPLETE, key);
    const [slow] = engine.activate('slow');

    // when
    const answers = answersOf(engine, () => engine.cancel(instance));

    // then
    expect(answers).toContainEqual(
      expect.objectContaining({
        recordType: RecordType.COMMAND_REJECTION,
        valueType: ValueType.USER_TASK,
        intent: UserTaskIntent.COMPLETE,
        key,
        rejectionReason: 'user task was canceled during ongoing transition',
      }),
    );
    expect(rejectionOf(engine.job(JobIntent.COMPLETE, slow!.jobKey))).toMatch(/^NOT_FOUND/);
    const trace = eventsOf(engine, () => completeListener(engine, 'last'));
    expect(trace).toContain('USER_TASK CANCELED');
    expect(engine.isTerminated(instance)).toBe(true);
  });

  it('should lose the race when the task is canceled before it is its turn', () => {
    for (const listeners of [['completing:check'], ['completing:check', 'canceling:last']]) {
      // given
      const engine = startEngine({ limits: { followUpCommandsMax: 0 } });
      engine.deploy(oneUserTask({ listeners }));
      const instance = engine.create('p');
      userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine));
      const [job] = engine.activate('check');
      const { CANCEL } = ProcessInstanceIntent;
      engine.submit(ValueType.PROCESS_INSTANCE, CANCEL, EMPTY_INSTANCE, instance);
      engine.engine.processBacklog(engine.nowMs);

      // when
      const result = userTaskResult({ correct: { priority: 1 } });
      engine.job(JobIntent.COMPLETE, job!.jobKey, { result });

      // then
      expect(engine.rejections().at(-1)).toMatchObject({ intent: UserTaskIntent.COMPLETE_TASK_LISTENER });
      expect(userTaskEvents(engine)).not.toContain('CORRECTED');
      if (listeners.length === 2) completeListener(engine, 'last');
      expect(engine.isTerminated(instance)).toBe(true);
    }
  });

  it('should stop with an incident when its step gets too large, and try again when resolved', () => {
    // given
    const variables = JSON.stringify({ text: 'x'.repeat(20_000) });
    const engine = startEngine({ limits: { stepBytesMax: 50_000 } });
    engine.deploy(oneUserTask({ listeners: ['completing:check', 'completing:again'] }));
    const instance = engine.create('p');
    userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine), { variables });
    completeListener(engine, 'check', { correct: { priority: 1 } });

    // when
    completeListener(engine, 'again', { correct: { priority: 2 } });

    // then
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.MESSAGE_SIZE_EXCEEDED,
      elementInstanceKey: engine.keyOf('task'),
    });
    engine.resolve(incident!.key);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should be rejected when the task waits for no listener', () => {
    const engine = startEngine();
    engine.deploy(oneUserTask());
    engine.create('p');
    const key = userTaskKey(engine);
    for (const intent of [UserTaskIntent.COMPLETE_TASK_LISTENER, UserTaskIntent.DENY_TASK_LISTENER]) {
      expect(rejectionOf(userTaskCommand(engine, intent, key))).toBe(
        `INVALID_STATE: Expected user task with key '${key}' to wait for a listener, but it does not`,
      );
    }
  });
});

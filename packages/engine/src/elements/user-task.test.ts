import { IncidentErrorType, JobIntent, NO_KEY, UserTaskIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  endEvent,
  flow,
  input,
  io,
  output,
  serviceTask,
  startEvent,
  subProcess,
  timerEvent,
  userTask,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { modify } from '../../test/modification.ts';
import { eventsOf } from '../../test/outcome.ts';
import {
  completeListener,
  keptUserTask,
  oneUserTask,
  userTaskCommand,
  userTaskEvents,
  userTaskKey,
} from '../../test/user-tasks.ts';

describe('user task', () => {
  it('should be created with everything its model says, and assigned afterwards', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      oneUserTask({
        assignment: 'assignee="=owner" candidateGroups="sales, it" candidateUsers="=[&quot;amy&quot;, owner]"',
        schedule: 'dueDate="2030-01-31T12:00:00+01:00" followUpDate="=date and time(&quot;2030-02-01T00:00:00Z&quot;)"',
        priority: '=30 + 5',
        form: 'externalReference="=&quot;https://&quot; + owner"',
        headers: '<zeebe:taskHeaders><zeebe:header key="a" value="1"/></zeebe:taskHeaders>',
      }),
    );

    // when
    const trace = eventsOf(engine, () => engine.create('p', { owner: 'bob' }));

    // then
    expect(trace.slice(-6)).toEqual([
      "PROCESS_INSTANCE ELEMENT_ACTIVATING USER_TASK 'task'",
      'USER_TASK CREATING',
      'USER_TASK CREATED',
      "PROCESS_INSTANCE ELEMENT_ACTIVATED USER_TASK 'task'",
      'USER_TASK ASSIGNING',
      'USER_TASK ASSIGNED',
    ]);
    const [creating, created, assigning, assigned] = engine.events(ValueType.USER_TASK);
    const key = userTaskKey(engine);
    expect(creating?.value).toMatchObject({
      userTaskKey: key,
      assignee: 'bob',
      candidateGroupsList: ['sales', 'it'],
      candidateUsersList: ['amy', 'bob'],
      dueDate: '2030-01-31T12:00:00+01:00',
      followUpDate: '2030-02-01T00:00:00Z',
      priority: 35,
      formKey: NO_KEY,
      externalFormReference: 'https://bob',
      customHeaders: { a: '1' },
      elementId: 'task',
      elementInstanceKey: engine.keyOf('task'),
      creationTimestamp: engine.nowMs,
      action: '',
      changedAttributes: [],
    });
    expect(created?.value).toMatchObject({ assignee: '', changedAttributes: [] });
    expect(assigning?.value).toMatchObject({ assignee: 'bob', changedAttributes: ['assignee'], action: '' });
    expect(assigned?.value).toMatchObject({ assignee: 'bob', changedAttributes: ['assignee'], action: '' });
    expect(key).not.toBe(engine.keyOf('task'));
  });

  it('should complete its element with the variables it is completed with', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ io: io(input('=1', 'local')) }));
    const instance = engine.create('p');

    // when
    const trace = eventsOf(engine, () =>
      userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine), { variables: '{"approved":true}' }),
    );

    // then
    expect(trace.slice(0, 6)).toEqual([
      'USER_TASK COMPLETING',
      'USER_TASK COMPLETED',
      'PROCESS_EVENT TRIGGERING',
      "PROCESS_INSTANCE ELEMENT_COMPLETING USER_TASK 'task'",
      'VARIABLE CREATED',
      'PROCESS_EVENT TRIGGERED',
    ]);
    expect(engine.variables(instance)).toEqual({ approved: true });
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should keep the payload local when output mappings say what leaves', () => {
    const engine = startEngine();
    engine.deploy(oneUserTask({ io: io(output('=answer + 1', 'result')) }));
    const instance = engine.create('p');
    userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine), { variables: '{"answer":41}' });
    expect(engine.variables(instance)).toEqual({ result: 42 });
  });

  it('should stop at expressions that fail or give what cannot be, and go on when it is mended', () => {
    const wrong: readonly (readonly [Parameters<typeof oneUserTask>[0], string])[] = [
      [{ assignment: 'assignee="=x"' }, "Expected result of the expression 'x' to be 'STRING', but was 'NUMBER'."],
      [{ assignment: 'candidateUsers="=x"' }, "Expected result of the expression 'x' to be 'ARRAY', but was 'NUMBER'."],
      [
        { assignment: 'candidateGroups="=[x]"' },
        "Expected result of the expression '[x]' to be 'ARRAY' containing 'STRING' items, but was 'ARRAY' containing at least one non-'STRING' item.",
      ],
      [
        { schedule: 'dueDate="=x"' },
        "Expected result of the expression 'x' to be one of '[NULL, DATE_TIME, STRING]', but was 'NUMBER'.",
      ],
      [{ schedule: 'followUpDate="=string(x)"' }, "Invalid date-time format '1000' for expression 'string(x)'."],
      [{ priority: '=x' }, "Expected priority to be in the range [0,100] but was '1000'."],
    ];
    for (const [options, message] of wrong) {
      // given
      const engine = startEngine();
      engine.deploy(oneUserTask(options));

      // when
      const instance = engine.create('p', { x: 1000 });

      // then
      const [incident] = engine.incidents();
      expect(incident?.value).toMatchObject({
        errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
        errorMessage: message,
      });
      expect(userTaskEvents(engine)).toEqual([]);
      engine.cancel(instance);
    }
  });

  it('should take null and empty text for no date', () => {
    const engine = startEngine();
    engine.deploy(oneUserTask({ schedule: 'dueDate="=null" followUpDate="=&quot;&quot;"' }));
    engine.create('p');
    expect(keptUserTask(engine, userTaskKey(engine))?.value).toMatchObject({ dueDate: '', followUpDate: '' });
  });

  it('should find its form by an expression', () => {
    const engine = startEngine();
    engine.deploy({ name: 'invoice.form', xml: '{"id":"invoice","components":[]}' });
    engine.deploy(oneUserTask({ form: 'formId="=kind"' }));
    engine.create('p', { kind: 'invoice' });

    const [form] = engine.events(ValueType.FORM);
    expect(keptUserTask(engine, userTaskKey(engine))?.value.formKey).toBe(form?.key);
  });

  it('should stop without its form, and go on when the form is deployed', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask({ form: 'formId="invoice"' }));
    const instance = engine.create('p');
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.FORM_NOT_FOUND,
      elementInstanceKey: engine.keyOf('task'),
    });

    // when
    engine.deploy({ name: 'invoice.form', xml: '{"id":"invoice","components":[]}' });
    engine.resolve(incident!.key);

    // then
    const [form] = engine.events(ValueType.FORM);
    expect(keptUserTask(engine, userTaskKey(engine))?.value.formKey).toBe(form?.key);
    engine.cancel(instance);
  });

  it('should be canceled with its element', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask());
    const instance = engine.create('p');

    // when
    const trace = eventsOf(engine, () => engine.cancel(instance));

    // then
    expect(trace.slice(2)).toEqual([
      "PROCESS_INSTANCE ELEMENT_TERMINATING USER_TASK 'task'",
      'USER_TASK CANCELING',
      'USER_TASK CANCELED',
      "PROCESS_INSTANCE ELEMENT_TERMINATED USER_TASK 'task'",
      "PROCESS_INSTANCE ELEMENT_TERMINATED PROCESS 'p'",
    ]);
  });

  it('should let an interrupting boundary event wait for the listeners to its end', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        userTask('task', { listeners: ['canceling:first', 'canceling:second'] }),
        boundaryEvent('late', 'task', timerEvent('timeDuration', 'PT1M')),
        endEvent('done'),
        endEvent('expired'),
        flow('start', 'task'),
        flow('task', 'done'),
        flow('late', 'expired'),
      ),
    );
    const instance = engine.create('p');

    // when
    engine.advance(60_000);

    // then
    expect(engine.living()).toEqual(['p', 'task']);
    completeListener(engine, 'first');
    expect(engine.living()).toEqual(['p', 'task']);
    const trace = eventsOf(engine, () => completeListener(engine, 'second'));
    expect(trace.slice(2, 6)).toEqual([
      'USER_TASK CANCELED',
      "PROCESS_INSTANCE ELEMENT_TERMINATED USER_TASK 'task'",
      'PROCESS_EVENT TRIGGERED',
      "PROCESS_INSTANCE ELEMENT_ACTIVATING BOUNDARY_EVENT 'late'",
    ]);
    expect(engine.completed(instance)).toContain('expired');
    expect(engine.isCompleted(instance)).toBe(true);
  });
});

describe('user task that an operator takes out of its instance', () => {
  it('should end without the listeners to its end, also with what is around it', () => {
    for (const target of ['task', 'sub']) {
      // given
      const engine = startEngine();
      engine.deploy(
        bpmn(
          { id: 'p' },
          startEvent(),
          subProcess('sub', startEvent('s'), userTask('task', { listeners: ['canceling:ask'] }), flow('s', 'task')),
          serviceTask('other'),
          flow('start', 'sub'),
          flow('start', 'other'),
        ),
      );
      const instance = engine.create('p');

      // when
      modify(engine, instance, { terminate: [target] });

      // then
      expect(userTaskEvents(engine)).toEqual(['CREATING', 'CREATED', 'CANCELING', 'CANCELED']);
      expect(engine.living()).toEqual(['p', 'other']);
    }
  });
});

describe('user task that is left to a worker', () => {
  it('should be a job with its attributes as headers', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      oneUserTask({
        isJob: true,
        assignment: 'assignee="bob" candidateGroups="sales, it" candidateUsers="=[&quot;amy&quot;]"',
        schedule: 'dueDate="2030-01-31T12:00:00Z"',
        form: 'formKey="camunda-forms:bpmn:form_1"',
        headers: '<zeebe:taskHeaders><zeebe:header key="a" value="1"/></zeebe:taskHeaders>',
      }),
    );

    // when
    const instance = engine.create('p');

    // then
    const [job] = engine.activate('io.camunda.zeebe:userTask');
    expect(job).toMatchObject({
      retries: 1,
      userTask: undefined,
      customHeaders: {
        a: '1',
        'io.camunda.zeebe:assignee': 'bob',
        'io.camunda.zeebe:candidateGroups': '["sales","it"]',
        'io.camunda.zeebe:candidateUsers': '["amy"]',
        'io.camunda.zeebe:dueDate': '2030-01-31T12:00:00Z',
        'io.camunda.zeebe:formKey': 'camunda-forms:bpmn:form_1',
      },
    });
    expect(userTaskEvents(engine)).toEqual([]);
    engine.job(JobIntent.COMPLETE, job!.jobKey);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should end with its element', () => {
    const engine = startEngine();
    engine.deploy(oneUserTask({ isJob: true }));
    const instance = engine.create('p');
    engine.cancel(instance);
    expect(engine.isTerminated(instance)).toBe(true);
  });
});

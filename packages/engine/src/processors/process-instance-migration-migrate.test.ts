import {
  IncidentIntent,
  JobIntent,
  jobCommandValue,
  type Key,
  MessageSubscriptionIntent,
  ProcessInstanceIntent,
  ProcessInstanceMigrationIntent,
  RecordType,
  TimerIntent,
  UserTaskIntent,
  ValueType,
  VariableIntent,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  callActivity,
  catchEvent,
  endEvent,
  eventBasedGateway,
  eventSubProcess,
  eventSubProcessStart,
  exclusiveGateway,
  flow,
  io,
  message,
  messageEvent,
  output,
  parallelGateway,
  receiveTask,
  serviceTask,
  startEvent,
  subProcess,
  timerEvent,
  userTask,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { migrate, migrationOf } from '../../test/migration.ts';
import { rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';
import { completeListener, keptUserTask, userTaskCommand, userTaskEvents, userTaskKey } from '../../test/user-tasks.ts';

/** start → the element → end, with whatever lies beside. */
function around(processId: string, id: string, element: string, ...more: readonly string[]): string {
  return bpmn(
    { id: processId, definitions: message('m', 'go', '=key') + message('n', 'stop', '=key') },
    startEvent(),
    element,
    endEvent(),
    flow('start', id),
    flow(id, 'end'),
    ...more,
  );
}

/** Deploys both, starts the first, and gives the second's key. */
function running(source: string, target: string, variables: object = { key: 'k' }) {
  const engine = startEngine();
  engine.deploy({ name: 'source.bpmn', xml: source });
  const sourceId = engine.events(ValueType.PROCESS)[0]!.value.bpmnProcessId;
  const instance = engine.create(sourceId, variables);
  engine.deploy({ name: 'target.bpmn', xml: target });
  return { engine, instance, target: engine.events(ValueType.PROCESS).at(-1)!.key };
}

const migratedOf = (engine: TestEngine, elementId: string) =>
  engine
    .events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_MIGRATED)
    .findLast(({ value }) => value.elementId === elementId);

describe('PROCESS_INSTANCE_MIGRATION MIGRATE', () => {
  it('should refuse an instance whose steps wait for a later batch, and no other', () => {
    // given
    const engine = startEngine({ limits: { followUpCommandsMax: 0 } });
    engine.deploy({ name: 'source.bpmn', xml: around('p', 'a', serviceTask('a')) });
    engine.deploy({ name: 'target.bpmn', xml: around('q', 'b', serviceTask('b')) });
    const target = engine.events(ValueType.PROCESS).at(-1)!.key;
    const instance = engine.create('p');
    const other = engine.create('p');
    const [job] = engine.activate('a');
    engine.submit(ValueType.JOB, JobIntent.COMPLETE, jobCommandValue({}), job!.jobKey);
    const migration = (processInstanceKey: Key) => migrationOf(processInstanceKey, target, { a: 'b' });

    // when
    const { MIGRATE } = ProcessInstanceMigrationIntent;
    const refused = engine.submit(ValueType.PROCESS_INSTANCE_MIGRATION, MIGRATE, migration(instance));
    const accepted = engine.submit(ValueType.PROCESS_INSTANCE_MIGRATION, MIGRATE, migration(other));
    engine.settle();

    // then
    expect(rejectionOf(engine.answerTo(refused))).toMatch(/^INVALID_STATE: .* a concurrent command was executed/);
    expect(engine.answerTo(accepted)?.record.recordType).toBe(RecordType.EVENT);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should move task and job to the target, whose mappings count from then on', () => {
    // given
    const { engine, instance, target } = running(
      around('p', 'a', serviceTask('a', { type: 'work' })),
      around('q', 'b', serviceTask('b', { type: 'other', io: io(output('=x + 1', 'y')) })),
    );
    const [job] = engine.activate('work');

    // when
    const answer = migrate(engine, instance, target, { a: 'b' });

    // then
    expect(answer?.record.key).toBe(instance);
    expect(migratedOf(engine, 'b')).toMatchObject({
      key: job!.elementInstanceKey,
      value: { bpmnProcessId: 'q', processDefinitionKey: target, version: 1 },
    });
    expect(migratedOf(engine, 'q')).toMatchObject({ key: instance, value: { bpmnProcessId: 'q' } });
    const [migrated] = engine.events(ValueType.JOB, JobIntent.MIGRATED);
    expect(migrated).toMatchObject({
      key: job!.jobKey,
      value: { type: 'work', elementId: 'b', bpmnProcessId: 'q', processDefinitionKey: target },
    });
    expect(engine.events(ValueType.VARIABLE, VariableIntent.MIGRATED)).toMatchObject([
      { value: { name: 'key', value: 'null', bpmnProcessId: 'q', processDefinitionKey: target } },
    ]);
    engine.job(JobIntent.COMPLETE, job!.jobKey, { variables: '{"x":1}' });
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance)).toEqual({ key: 'k', y: 2 });
  });

  it('should keep the due date of a mapped boundary timer, close an unmapped event and open a new one', () => {
    // given
    const { engine, instance, target } = running(
      around(
        'p',
        'a',
        serviceTask('a'),
        boundaryEvent('late', 'a', timerEvent('timeDuration', 'PT1H')),
        boundaryEvent('called', 'a', messageEvent('m')),
        flow('late', 'end'),
        flow('called', 'end'),
      ),
      around(
        'q',
        'b',
        serviceTask('b'),
        boundaryEvent('later', 'b', timerEvent('timeDuration', 'PT9H')),
        boundaryEvent('stopped', 'b', messageEvent('n')),
        serviceTask('after'),
        flow('later', 'after'),
        flow('stopped', 'end'),
      ),
    );
    const [timer] = engine.events(ValueType.TIMER, TimerIntent.CREATED);

    // when
    migrate(engine, instance, target, { a: 'b', late: 'later' });

    // then
    expect(engine.events(ValueType.TIMER, TimerIntent.MIGRATED)).toMatchObject([
      {
        key: timer!.key,
        value: { dueDate: timer!.value.dueDate, targetElementId: 'later', processDefinitionKey: target },
      },
    ]);
    engine.publish('go', 'k');
    expect(engine.living()).toEqual(['q', 'b']);
    engine.advance(3_600_000);
    expect(engine.living()).toEqual(['q', 'after']);
  });

  it('should open the events that only the target has', () => {
    const { engine, instance, target } = running(
      around('p', 'a', serviceTask('a')),
      around('q', 'a', serviceTask('a'), boundaryEvent('stopped', 'a', messageEvent('n')), flow('stopped', 'end')),
    );
    migrate(engine, instance, target, { a: 'a' });
    engine.publish('stop', 'k');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should keep name and key of a message that is waited for', () => {
    const { engine, instance, target } = running(
      around('p', 'a', receiveTask('a', 'm')),
      around('q', 'b', receiveTask('b', 'n')),
    );
    migrate(engine, instance, target, { a: 'b' });
    engine.publish('stop', 'k');
    expect(engine.isCompleted(instance)).toBe(false);
    engine.publish('go', 'k', { with: { got: 1 } });
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should count a message the instance had as had by its new process', () => {
    // given
    const withBoundary = (processId: string) =>
      around(
        processId,
        'a',
        serviceTask('a'),
        boundaryEvent('called', 'a', messageEvent('m'), { interrupting: false }),
        serviceTask('calling'),
        flow('called', 'calling'),
      );
    const { engine, instance, target } = running(withBoundary('p'), withBoundary('q'));
    engine.publish('go', 'k', { ttl: 60_000 });
    expect(engine.living()).toEqual(['p', 'a', 'calling']);

    // when
    migrate(engine, instance, target, { a: 'a', called: 'called', calling: 'calling' });
    const other = engine.create('q', { key: 'k' });

    // then
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.MIGRATED)).toHaveLength(1);
    expect(engine.path(other).filter((step) => step.startsWith('calling'))).toEqual([]);
    expect(engine.living().filter((id) => id === 'calling')).toHaveLength(1);
  });

  it('should leave the correlation key that a message start holds to its process until the instance ends', () => {
    // given
    const startingOn = (processId: string, id: string) =>
      bpmn(
        { id: processId, definitions: message('m', 'begin') },
        startEvent('start', messageEvent('m')),
        serviceTask(id),
        endEvent(),
        flow('start', id),
        flow(id, 'end'),
      );
    const engine = startEngine();
    engine.deploy({ name: 'p.bpmn', xml: startingOn('p', 'a') });
    engine.publish('begin', 'k', { ttl: 60_000 });
    const instance = engine.keyOf('p');
    engine.deploy({ name: 'q.bpmn', xml: around('q', 'b', serviceTask('b')) });
    engine.publish('begin', 'k', { ttl: 60_000 });

    // when
    migrate(engine, instance, engine.events(ValueType.PROCESS).at(-1)!.key, { a: 'b' });
    expect(engine.living()).toEqual(['q', 'b']);
    engine.completeJob('a');

    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.living()).toEqual(['p', 'a']);
  });

  it('should migrate an incident that can be resolved afterwards', () => {
    // given
    const choosing = (processId: string, gateway: string, condition: string) =>
      bpmn(
        { id: processId },
        startEvent(),
        exclusiveGateway(gateway, `${gateway}_no`),
        serviceTask('yes'),
        serviceTask('no'),
        flow('start', gateway),
        flow(gateway, 'yes', condition),
        flow(gateway, 'no'),
      );
    const { engine, instance, target } = running(choosing('p', 'g', '=missing'), choosing('q', 'h', '=true'));
    const [incident] = engine.incidents();

    // when
    migrate(engine, instance, target, { g: 'h' });

    // then
    expect(engine.events(ValueType.INCIDENT, IncidentIntent.MIGRATED)).toMatchObject([
      { key: incident!.key, value: { elementId: 'h', bpmnProcessId: 'q', processDefinitionKey: target } },
    ]);
    engine.resolve(incident!.key);
    expect(engine.living()).toEqual(['q', 'yes']);
  });

  it('should migrate nested scopes, with event sub-processes that listen', () => {
    // given
    const nested = (processId: string, sub: string, task: string) =>
      around(
        processId,
        sub,
        subProcess(
          sub,
          startEvent(`${sub}Start`),
          serviceTask(task),
          flow(`${sub}Start`, task),
          eventSubProcess(
            `${sub}Rescue`,
            eventSubProcessStart(`${sub}RescueStart`, messageEvent('m')),
            serviceTask(`${sub}Rescuing`),
            flow(`${sub}RescueStart`, `${sub}Rescuing`),
          ),
        ),
      );
    const { engine, instance, target } = running(nested('p', 's', 'a'), nested('q', 't', 'b'));

    // when
    migrate(engine, instance, target, { s: 't', a: 'b', sRescueStart: 'tRescueStart' });
    engine.publish('go', 'k');

    // then
    expect(engine.living()).toEqual(['q', 't', 'tRescue', 'tRescuing']);
    engine.completeJob('tRescuing');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should migrate a scope that an event sub-process has interrupted', () => {
    const rescued = (processId: string, rescue: string) =>
      around(
        processId,
        'a',
        serviceTask('a'),
        eventSubProcess(
          rescue,
          eventSubProcessStart(`${rescue}Start`, messageEvent('m')),
          serviceTask('rescuing'),
          flow(`${rescue}Start`, 'rescuing'),
        ),
      );
    const { engine, instance, target } = running(rescued('p', 'r'), rescued('q', 's'));
    engine.publish('go', 'k');
    migrate(engine, instance, target, { r: 's', rescuing: 'rescuing' });
    engine.completeJob('rescuing');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should migrate tokens that wait at a joining gateway', () => {
    // given
    const joining = (processId: string, join: string) =>
      bpmn(
        { id: processId },
        startEvent(),
        parallelGateway('fork'),
        serviceTask('x'),
        serviceTask('y'),
        parallelGateway(join),
        endEvent(),
        flow('start', 'fork'),
        flow('fork', 'x'),
        flow('fork', 'y'),
        flow('x', join),
        flow('y', join),
        flow(join, 'end'),
      );
    const { engine, instance, target } = running(joining('p', 'j'), joining('q', 'k'));
    engine.completeJob('x');

    // when
    expect(rejectionOf(migrate(engine, instance, target, { y: 'y' }))).toContain(
      "gateway 'j' has at least one incoming sequence flow taken",
    );
    expect(rejectionOf(migrate(engine, instance, target, { y: 'y', j: 'k' }))).toContain(
      "a taken sequence flow with id 'x_j'. Taken sequence flows must be mapped",
    );
    migrate(engine, instance, target, { y: 'y', j: 'k', x_j: 'x_k' });
    engine.completeJob('y');

    // then
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should migrate an event-based gateway with the events behind it', () => {
    const choosing = (processId: string, first: string) =>
      bpmn(
        { id: processId, definitions: message('m', 'go', '=key') },
        startEvent(),
        eventBasedGateway('g'),
        catchEvent(first, messageEvent('m')),
        catchEvent('second', timerEvent('timeDuration', 'PT1H')),
        serviceTask('then'),
        endEvent(),
        flow('start', 'g'),
        flow('g', first),
        flow('g', 'second'),
        flow(first, 'then'),
        flow('second', 'end'),
      );
    const { engine, instance, target } = running(choosing('p', 'a'), choosing('q', 'b'));
    migrate(engine, instance, target, { g: 'g', a: 'b' });
    engine.publish('go', 'k');
    expect(engine.living()).toEqual(['q', 'then']);
  });

  it('should migrate a called instance alone and its caller alone', () => {
    // given
    const engine = startEngine();
    engine.deploy({ name: 'c.bpmn', xml: around('c', 'work', serviceTask('work')) });
    engine.deploy({ name: 'p.bpmn', xml: around('p', 'call', callActivity('call', 'c')) });
    const root = engine.create('p');
    const child = engine.keyOf('c');
    engine.deploy({ name: 'd.bpmn', xml: around('d', 'work', serviceTask('work')) });
    const newChild = engine.events(ValueType.PROCESS).at(-1)!.key;
    engine.deploy({ name: 'q.bpmn', xml: around('q', 'ring', callActivity('ring', 'd')) });
    const newRoot = engine.events(ValueType.PROCESS).at(-1)!.key;

    // when
    migrate(engine, child, newChild, { work: 'work' });
    migrate(engine, root, newRoot, { call: 'ring' });
    engine.completeJob('work');

    // then
    expect(engine.isCompleted(root)).toBe(true);
  });

  it.each([
    [{}, "no mapping instruction defined for active element with id 'a'", 'INVALID_STATE'],
    [{ a: 'r' }, "different type 'RECEIVE_TASK'", 'INVALID_STATE'],
    [{ a: 'deep' }, "the flow scope of active element with id 'a' is changed", 'INVALID_STATE'],
    [{ a: 'nobody' }, "non-existing target element id 'nobody'", 'INVALID_ARGUMENT'],
    [{ a: 'b', nobody: 'b' }, "non-existing source element id 'nobody'", 'INVALID_ARGUMENT'],
    [
      { a: 'b', late: 'stopped' },
      "mapped to a catch event with id 'stopped'. These catch events have different event types",
      'INVALID_STATE',
    ],
    [{ a: 'b', late: 'other' }, "'other'. These mappings detach the catch event", 'INVALID_STATE'],
  ])('should refuse the mapping %j and change nothing', (mapping, reason, type) => {
    const { engine, instance, target } = running(
      around(
        'p',
        'a',
        serviceTask('a'),
        boundaryEvent('late', 'a', timerEvent('timeDuration', 'PT1H')),
        flow('late', 'end'),
      ),
      around(
        'q',
        'b',
        serviceTask('b'),
        boundaryEvent('stopped', 'b', messageEvent('n')),
        receiveTask('r', 'm'),
        boundaryEvent('other', 'r', timerEvent('timeDuration', 'PT1H')),
        subProcess('sub', startEvent('s'), serviceTask('deep'), flow('s', 'deep')),
        flow('stopped', 'end'),
        flow('other', 'end'),
      ),
    );
    const before = engine.dump();
    const text = rejectionOf(migrate(engine, instance, target, mapping));
    expect(text).toContain(reason);
    expect(text).toContain(type);
    expect(engine.dump()).toEqual(before);
  });

  it('should refuse two events that become one', () => {
    const twice = around(
      'p',
      'a',
      serviceTask('a'),
      boundaryEvent('one', 'a', timerEvent('timeDuration', 'PT1H')),
      boundaryEvent('two', 'a', timerEvent('timeDuration', 'PT2H')),
      flow('one', 'end'),
      flow('two', 'end'),
    );
    const { engine, instance, target } = running(twice, twice.replace('id="p"', 'id="q"'));
    expect(rejectionOf(migrate(engine, instance, target, { a: 'a', one: 'one', two: 'one' }))).toContain(
      'that target this catch event: ',
    );
  });

  it('should refuse to wait anew for a message of the same name instead of mapping the event', () => {
    const called = (processId: string) =>
      around(processId, 'a', serviceTask('a'), boundaryEvent('called', 'a', messageEvent('m')), flow('called', 'end'));
    const { engine, instance, target } = running(called('p'), called('q'));
    const before = engine.dump();
    expect(rejectionOf(migrate(engine, instance, target, { a: 'a' }))).toMatch(/INVALID_STATE: .*name 'go' once/);
    expect(engine.dump()).toEqual(before);
  });

  it('should refuse what is not there', () => {
    const { engine, instance, target } = running(
      around('p', 'a', serviceTask('a')),
      around('q', 'a', serviceTask('a')),
    );
    expect(rejectionOf(migrate(engine, 7n as Key, target, { a: 'a' }))).toBe(
      "NOT_FOUND: Expected to migrate process instance but no process instance found with key '7'",
    );
    expect(rejectionOf(migrate(engine, instance, 7n as Key, { a: 'a' }))).toBe(
      "NOT_FOUND: Expected to migrate process instance to process definition but no process definition found with key '7'",
    );
  });
});

describe('migration of user tasks', () => {
  it('should move the task and what its transition leads to along', () => {
    // given
    const { engine, instance, target } = running(
      around('p', 'task', userTask('task', { listeners: ['completing:old', 'completing:older'] })),
      around('q', 'job', userTask('job', { listeners: ['completing:new', 'completing:newer'] })),
    );
    const key = userTaskKey(engine);
    userTaskCommand(engine, UserTaskIntent.COMPLETE, key, { variables: '{"a":1}' });

    // when
    migrate(engine, instance, target, { task: 'job' });

    // then
    expect(userTaskEvents(engine).at(-1)).toBe('MIGRATED');
    expect(keptUserTask(engine, key)).toMatchObject({
      state: 'COMPLETING',
      value: { elementId: 'job', bpmnProcessId: 'q', processDefinitionKey: target },
      pending: { elementId: 'job', bpmnProcessId: 'q', processDefinitionKey: target, variables: '{"a":1}' },
    });
    completeListener(engine, 'old');
    completeListener(engine, 'newer');
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance)).toMatchObject({ a: 1 });
  });

  it('should take over a task that was left to a worker', () => {
    // given
    const { engine, instance, target } = running(
      around(
        'p',
        'task',
        userTask('task', {
          isJob: true,
          assignment: 'assignee="amy" candidateGroups="sales, it"',
          schedule: 'dueDate="2030-01-31T12:00:00Z"',
          form: 'formKey="my:form"',
        }),
      ),
      around('q', 'task', userTask('task', { listeners: ['assigning:nobody'] })),
    );

    // when
    migrate(engine, instance, target, { task: 'task' });

    // then
    expect(engine.activate('io.camunda.zeebe:userTask')).toEqual([]);
    expect(userTaskEvents(engine)).toEqual(['CREATING', 'CREATED', 'ASSIGNING', 'ASSIGNED']);
    expect(keptUserTask(engine, userTaskKey(engine))).toMatchObject({
      state: 'CREATED',
      value: {
        assignee: 'amy',
        candidateGroupsList: ['sales', 'it'],
        dueDate: '2030-01-31T12:00:00Z',
        externalFormReference: 'my:form',
        priority: 50,
        processDefinitionKey: target,
      },
    });
    userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine));
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should take whom the target names and how urgent it is, which the job does not know', () => {
    // given
    const headers = '<zeebe:taskHeaders><zeebe:header key="own" value="kept"/></zeebe:taskHeaders>';
    const named = userTask('task', {
      assignment: 'assignee="=&quot;b&quot; + &quot;ob&quot;"',
      priority: '=assert(x, false)',
    });
    const unnamed = userTask('task', { priority: '90' });
    const byJob = userTask('task', { isJob: true, assignment: 'assignee="amy"', headers });
    for (const [task, expected] of [
      [named, { assignee: 'bob', priority: 50 }],
      [unnamed, { assignee: 'amy', priority: 90 }],
    ] as const) {
      const { engine, instance, target } = running(around('p', 'task', byJob), around('q', 'task', task));

      // when
      migrate(engine, instance, target, { task: 'task' });

      // then
      const value = { ...expected, customHeaders: { own: 'kept' } };
      expect(keptUserTask(engine, userTaskKey(engine))).toMatchObject({ state: 'CREATED', value });
      expect(engine.incidents()).toEqual([]);
    }
  });

  it('should not leave a task of the engine to a worker', () => {
    const { engine, instance, target } = running(
      around('p', 'task', userTask('task')),
      around('q', 'task', userTask('task', { isJob: true })),
    );
    expect(rejectionOf(migrate(engine, instance, target, { task: 'task' }))).toMatch(
      /^INVALID_STATE: .*implementation/,
    );
  });
});

import {
  JobIntent,
  jobCommandValue,
  type Key,
  MessageSubscriptionIntent,
  ProcessInstanceIntent,
  ProcessInstanceModificationIntent,
  ProcessMessageSubscriptionIntent,
  RecordType,
  SuspensionBatchIntent,
  TimerIntent,
  UserTaskIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  adHocSubProcess,
  boundaryEvent,
  bpmn,
  callActivity,
  catchEvent,
  conditionalEvent,
  endEvent,
  error,
  errorEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  listeners,
  message,
  messageEvent,
  multiInstance,
  parallelGateway,
  serviceTask,
  signal,
  signalEvent,
  startEvent,
  subProcess,
  timerEvent,
} from '../test/bpmn.ts';
import { startEngine } from '../test/invariants.ts';
import { migrate } from '../test/migration.ts';
import { modify } from '../test/modification.ts';
import { rejectionOf } from '../test/outcome.ts';
import { EMPTY_INSTANCE, type TestEngine } from '../test/test-engine.ts';
import { oneUserTask, userTaskCommand, userTaskKey } from '../test/user-tasks.ts';

const { SUSPENDED, RESUMING, RESUMED } = ProcessInstanceIntent;

const oneTask = bpmn({}, startEvent(), flow('start', 'task'), serviceTask('task'), flow('task', 'end'), endEvent());

/** An engine with a suspended instance of a process. */
function suspended(xml: string, variables: object = {}, options: Parameters<typeof startEngine>[0] = {}) {
  const engine = startEngine(options);
  engine.deploy(xml);
  const key = engine.create('process', variables);
  engine.suspend(key);
  return { engine, key };
}

function instanceEvents(engine: TestEngine, key: Key): number[] {
  const intents: number[] = [SUSPENDED, RESUMING, RESUMED];
  return engine
    .events(ValueType.PROCESS_INSTANCE)
    .filter((event) => event.key === key && intents.includes(event.intent))
    .map(({ intent }) => intent);
}

describe('SUSPEND and RESUME', () => {
  it('should answer with the event and name each phase once', () => {
    // given
    const { engine, key } = suspended(oneTask);

    // when
    const answer = engine.resume(key);

    // then
    expect(answer?.record).toMatchObject({ intent: RESUMING, key });
    expect(instanceEvents(engine, key)).toEqual([SUSPENDED, RESUMING, RESUMED]);
    engine.completeJob('task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should refuse what is not there', () => {
    const { engine, key } = suspended(oneTask);
    expect(rejectionOf(engine.suspend(9n as Key))).toBe(
      "NOT_FOUND: Expected to suspend a process instance with key '9', but no such process was found",
    );
    expect(rejectionOf(engine.resume(engine.keyOf('task')))).toMatch(/^NOT_FOUND: /);
    expect(rejectionOf(engine.suspend(key))).toBe(
      `INVALID_STATE: Expected to suspend a process instance with key '${key}', but it is already suspended`,
    );
    engine.resume(key);
    expect(rejectionOf(engine.resume(key))).toBe(
      `INVALID_STATE: Expected to resume a process instance with key '${key}', but it is not suspended`,
    );
  });

  it('should refuse a called instance, which goes on while its caller is suspended', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn({ id: 'child' }, startEvent(), flow('start', 'work'), serviceTask('work'), flow('work', 'end'), endEvent()),
      bpmn({}, startEvent(), flow('start', 'call'), callActivity('call', 'child'), flow('call', 'end'), endEvent()),
    );
    const key = engine.create('process');
    const childKey = engine.keyOf('child');

    // when
    expect(rejectionOf(engine.suspend(childKey))).toMatch(/^INVALID_STATE: .*the root is/);
    engine.suspend(key);
    engine.completeJob('work');

    // then
    expect(engine.isCompleted(childKey)).toBe(true);
    expect(engine.living()).toEqual(['process', 'call']);
    engine.resume(key);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should suspend and resume again and again', () => {
    const { engine, key } = suspended(oneTask);
    engine.resume(key);
    engine.suspend(key);
    engine.resume(key);
    engine.completeJob('task');
    expect(engine.isCompleted(key)).toBe(true);
    expect(instanceEvents(engine, key)).toEqual([SUSPENDED, RESUMING, RESUMED, SUSPENDED, RESUMING, RESUMED]);
  });
});

describe('jobs of a suspended instance', () => {
  it('should not be given out, and be there again when it is resumed', () => {
    const { engine, key } = suspended(oneTask);
    expect(engine.activate('task')).toEqual([]);
    engine.resume(key);
    expect(engine.activate('task')).toHaveLength(1);
  });

  it.each([
    ['COMPLETE', JobIntent.COMPLETE],
    ['FAIL', JobIntent.FAIL],
    ['THROW_ERROR', JobIntent.THROW_ERROR],
  ])('should refuse %s, also from who has the job', (_name, intent) => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask);
    const key = engine.create('process');
    const [job] = engine.activate('task');

    // when
    engine.suspend(key);

    // then
    expect(rejectionOf(engine.job(intent, job!.jobKey))).toBe(
      `INVALID_STATE: Expected to process the command for the process instance with key '${key}', but it is suspended. Resume it first.`,
    );
    engine.resume(key);
    engine.job(JobIntent.COMPLETE, job!.jobKey);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should not time out meanwhile', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask);
    const key = engine.create('process');
    engine.activate('task', 1, { timeoutMs: 1000 });
    engine.suspend(key);

    // when
    engine.advance(5000);

    // then
    expect(engine.events(ValueType.JOB, JobIntent.TIMED_OUT)).toEqual([]);
    engine.resume(key);
    expect(engine.activate('task')).toHaveLength(1);
  });

  it('should keep a back-off, and an incident that can be resolved meanwhile', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask);
    const [waiting, stopped] = [engine.create('process'), engine.create('process')];
    const [first, second] = engine.activate('task');
    engine.job(JobIntent.FAIL, first!.jobKey, { retries: 1, retryBackoff: 3000 });
    engine.job(JobIntent.FAIL, second!.jobKey, { retries: 0 });

    // when
    engine.suspend(waiting);
    engine.suspend(stopped);
    engine.advance(1000);
    engine.job(JobIntent.UPDATE_RETRIES, second!.jobKey, { retries: 2 });
    engine.job(JobIntent.UPDATE, second!.jobKey, { changedAttributes: ['priority'], priority: 5 });
    engine.resolve(engine.incidents()[0]!.key);
    expect(engine.activate('task')).toEqual([]);
    engine.resume(waiting);
    engine.resume(stopped);

    // then
    expect(engine.activate('task').map(({ jobKey, priority }) => [jobKey, priority])).toEqual([[second!.jobKey, 5]]);
    engine.advance(2000);
    expect(engine.activate('task').map(({ jobKey }) => jobKey)).toEqual([first!.jobKey]);
  });

  it('should include listeners', () => {
    const { engine, key } = suspended(
      bpmn({ extensions: listeners('start opened') }, startEvent(), flow('start', 'end'), endEvent()),
    );
    expect(engine.activate('opened')).toEqual([]);
    engine.resume(key);
    engine.completeJob('opened');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should be suspended in every element, however many there are', () => {
    // given
    const branches = Array.from({ length: 7 }, (_, index) => [
      flow('fork', `sub${index}`),
      subProcess(
        `sub${index}`,
        startEvent(`s${index}`),
        flow(`s${index}`, `work${index}`),
        serviceTask(`work${index}`, { type: 'work' }),
      ),
    ]).flat();
    const xml = bpmn({}, startEvent(), flow('start', 'fork'), parallelGateway('fork'), ...branches);

    // when
    const { engine, key } = suspended(xml, {}, { limits: { suspendChunkMax: 3, followUpCommandsMax: 2 } });

    // then
    expect(engine.events(ValueType.JOB, JobIntent.SUSPENDED)).toHaveLength(7);
    engine.resume(key);
    expect(engine.events(ValueType.JOB, JobIntent.RESUMED)).toHaveLength(7);
    for (let index = 0; index < 7; index++) engine.completeJob('work');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should not be left behind when the instance is resumed while it is still being suspended', () => {
    // given
    const engine = startEngine({ limits: { suspendChunkMax: 1, followUpCommandsMax: 1 } });
    const branches = [1, 2, 3, 4].flatMap((index) => [
      flow('fork', `work${index}`),
      serviceTask(`work${index}`, { type: 'work' }),
    ]);
    engine.deploy(bpmn({}, startEvent(), flow('start', 'fork'), parallelGateway('fork'), ...branches));
    const key = engine.create('process');

    // when
    engine.submit(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.SUSPEND, EMPTY_INSTANCE, key);
    engine.submit(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.RESUME, EMPTY_INSTANCE, key);
    engine.settle();

    // then
    expect(engine.activate('work')).toHaveLength(4);
  });

  it('should start in an ad-hoc sub-process what its worker asks for while the instance is still being resumed', () => {
    // given
    const engine = startEngine({ limits: { suspendChunkMax: 1, followUpCommandsMax: 1 } });
    const lead = adHocSubProcess('lead', { jobType: 'lead' }, serviceTask('inside'));
    engine.deploy(bpmn({}, startEvent(), flow('start', 'lead'), lead));
    const key = engine.create('process');
    engine.suspend(key);
    engine.submit(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.RESUME, EMPTY_INSTANCE, key);
    const [job] = engine.events(ValueType.JOB, JobIntent.CREATED);

    // when
    const isResumed = instanceEvents(engine, key).includes(RESUMED);
    engine.submit(
      ValueType.JOB,
      JobIntent.COMPLETE,
      jobCommandValue({
        result: {
          type: 'adHocSubProcess',
          activateElements: [{ elementId: 'inside', variables: '{}' }],
          isCompletionConditionFulfilled: false,
          isCancelRemainingInstances: false,
        },
      }),
      job!.key,
    );
    engine.settle();

    // then
    expect(isResumed).toBe(false);
    expect(engine.activate('inside')).toHaveLength(1);
  });
});

describe('steps of a suspended instance', () => {
  it('should be kept and taken in their order when it is resumed', () => {
    // given
    const engine = startEngine({ limits: { followUpCommandsMax: 1 } });
    engine.deploy(oneTask);
    engine.submit(ValueType.PROCESS_INSTANCE_CREATION, 0, engine.creation('process'));
    engine.flush();
    const key = engine.events(ValueType.PROCESS_INSTANCE_CREATION)[0]!.key;

    // when
    engine.suspend(key);

    // then
    expect(engine.path(key)).not.toContain('task ACTIVATING');
    expect(engine.events(ValueType.SUSPENSION_BATCH, SuspensionBatchIntent.COMMAND_BUFFERED)).toHaveLength(1);
    engine.resume(key);
    engine.completeJob('task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should be kept over a restart', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn({ id: 'child' }, startEvent(), flow('start', 'work'), serviceTask('work'), flow('work', 'end'), endEvent()),
      bpmn({}, startEvent(), flow('start', 'call'), callActivity('call', 'child'), flow('call', 'end'), endEvent()),
    );
    const key = engine.create('process');
    engine.suspend(key);
    engine.completeJob('work', { result: 1 });

    // when
    const restarted = engine.restarted();
    restarted.resume(key);

    // then
    expect(restarted.isCompleted(key)).toBe(true);
    expect(restarted.variables(key)).toEqual({ result: 1 });
  });

  it('should let a resolved incident wait', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'task'),
        serviceTask('task', { type: '=work' }),
        flow('task', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process');
    engine.suspend(key);

    // when
    engine.setVariables(key, { work: 'w' });
    engine.resolve(engine.incidents()[0]!.key);

    // then
    expect(engine.events(ValueType.JOB)).toEqual([]);
    engine.resume(key);
    engine.completeJob('w');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should catch an error of a called instance, and run what catches it once resumed', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn({ id: 'child' }, startEvent(), flow('start', 'work'), serviceTask('work'), flow('work', 'end'), endEvent()),
      bpmn(
        { definitions: error('e', 'E') },
        startEvent(),
        flow('start', 'call'),
        callActivity('call', 'child'),
        boundaryEvent('failed', 'call', errorEvent('e')),
        flow('call', 'end'),
        flow('failed', 'mend'),
        serviceTask('mend'),
        flow('mend', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process');
    engine.suspend(key);
    const [job] = engine.activate('work');

    // when
    engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode: 'E' });

    // then
    expect(engine.activate('mend')).toEqual([]);
    engine.resume(key);
    engine.completeJob('mend');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should be dropped when the instance is canceled', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn({ id: 'child' }, startEvent(), flow('start', 'work'), serviceTask('work'), flow('work', 'end'), endEvent()),
      bpmn({}, startEvent(), flow('start', 'call'), callActivity('call', 'child'), flow('call', 'end'), endEvent()),
    );
    const key = engine.create('process');
    engine.suspend(key);
    engine.completeJob('work');

    // when
    engine.cancel(key);

    // then
    expect(engine.isTerminated(key)).toBe(true);
  });

  it('should cancel a suspended instance with its jobs, timers and cancel listeners', () => {
    // given
    const { engine, key } = suspended(
      bpmn(
        { extensions: listeners('cancel cleanup'), definitions: message('m', 'stop', '="k"') },
        startEvent(),
        flow('start', 'task'),
        serviceTask('task'),
        boundaryEvent('late', 'task', timerEvent('timeDuration', 'PT1S')),
        boundaryEvent('stopped', 'task', messageEvent('m')),
        flow('task', 'end'),
        flow('late', 'end'),
        flow('stopped', 'end'),
        endEvent(),
      ),
    );
    engine.advance(2000);

    // when
    engine.cancel(key);
    engine.completeJob('cleanup');

    // then
    expect(engine.isTerminated(key)).toBe(true);
  });
});

describe('timers of a suspended instance', () => {
  const withTimer = (cycle: string, interrupting = false) =>
    bpmn(
      {},
      startEvent(),
      flow('start', 'task'),
      serviceTask('task'),
      boundaryEvent('tick', 'task', timerEvent(interrupting ? 'timeDuration' : 'timeCycle', cycle), { interrupting }),
      flow('task', 'end'),
      flow('tick', 'ticked'),
      endEvent(),
      endEvent('ticked'),
    );

  it('should fire once when it is resumed, if they fell due', () => {
    // given
    const { engine, key } = suspended(withTimer('PT1S', true));

    // when
    engine.advance(10_000);

    // then
    expect(engine.events(ValueType.TIMER, TimerIntent.SUSPENDED)).toHaveLength(1);
    expect(engine.completed()).not.toContain('tick');
    engine.resume(key);
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.events(ValueType.TIMER, TimerIntent.TRIGGERED)).toHaveLength(1);
  });

  it('should fire on time when they are due later', () => {
    const { engine, key } = suspended(withTimer('PT10S', true));
    engine.advance(5000);
    engine.resume(key);
    expect(engine.completed()).not.toContain('tick');
    engine.advance(5000);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should fire once for all firings of a cycle that were missed, and go on one interval later', () => {
    // given
    const { engine, key } = suspended(withTimer('R/PT1S'));

    // when
    engine.advance(5500);
    engine.resume(key);

    // then
    const ticks = () => engine.completed().filter((id) => id === 'ticked').length;
    expect(ticks()).toBe(1);
    engine.advance(999);
    expect(ticks()).toBe(1);
    engine.advance(1);
    expect(ticks()).toBe(2);
    engine.completeJob('task');
    expect(engine.isCompleted(key)).toBe(true);
  });
});

describe('messages for a suspended instance', () => {
  const waiting = bpmn(
    { definitions: `${message('m', 'paid', '=key')}${message('n', 'note', '=key')}` },
    startEvent(),
    flow('start', 'wait'),
    catchEvent('wait', messageEvent('m')),
    flow('wait', 'end'),
    endEvent(),
    eventSubProcess(
      'esp',
      eventSubProcessStart('noted', messageEvent('n'), { interrupting: false }),
      flow('noted', 'espEnd'),
      endEvent('espEnd'),
    ),
  );

  it('should wait and reach it when it is resumed', () => {
    // given
    const { engine, key } = suspended(waiting, { key: 'k' });

    // when
    engine.publish('paid', 'k', { ttl: 60_000, with: { amount: 1 } });

    // then
    expect(engine.isCompleted(key)).toBe(false);
    engine.resume(key);
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.variables(key)).toEqual({ key: 'k', amount: 1 });
  });

  it('should be lost without a time to live', () => {
    const { engine, key } = suspended(waiting, { key: 'k' });
    engine.publish('paid', 'k');
    engine.resume(key);
    expect(engine.isCompleted(key)).toBe(false);
    engine.publish('paid', 'k');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should reach another instance meanwhile', () => {
    // given
    const { engine, key } = suspended(waiting, { key: 'k' });
    const other = engine.create('process', { key: 'k' });

    // when
    engine.publish('paid', 'k', { ttl: 60_000 });
    engine.resume(key);

    // then
    expect(engine.isCompleted(other)).toBe(true);
    expect(engine.isCompleted(key)).toBe(false);
  });

  it('should not repeat what it took before', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting);
    const key = engine.create('process', { key: 'k' });
    engine.publish('note', 'k', { ttl: 60_000 });

    // when
    engine.suspend(key);
    engine.resume(key);

    // then
    expect(engine.completed(key).filter((id) => id === 'esp')).toHaveLength(1);
    engine.publish('note', 'k');
    expect(engine.completed(key).filter((id) => id === 'esp')).toHaveLength(2);
  });

  it('should close and open every subscription once', () => {
    const { engine, key } = suspended(waiting, { key: 'k' });
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.DELETED)).toHaveLength(2);
    engine.resume(key);
    const { CREATED } = ProcessMessageSubscriptionIntent;
    expect(engine.events(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, CREATED)).toHaveLength(4);
    engine.publish('paid', 'k');
    expect(engine.isCompleted(key)).toBe(true);
  });
});

describe('what operators and users do with a suspended instance', () => {
  it('should let it be modified, with jobs and messages for what is new once it is resumed', () => {
    // given
    const { engine, key } = suspended(
      bpmn(
        { definitions: message('m', 'stop', '="k"') },
        startEvent(),
        flow('start', 'task'),
        serviceTask('task'),
        flow('task', 'end'),
        endEvent(),
        subProcess(
          'sub',
          startEvent('inner'),
          flow('inner', 'other'),
          serviceTask('other'),
          flow('other', 'innerEnd'),
          endEvent('innerEnd'),
        ),
        boundaryEvent('stopped', 'sub', messageEvent('m')),
        flow('stopped', 'end'),
      ),
    );

    // when
    const answer = modify(engine, key, { activate: [{ element: 'other' }], terminate: ['task'] });
    engine.publish('stop', 'k');

    // then
    expect(answer?.record.intent).toBe(ProcessInstanceModificationIntent.MODIFIED);
    expect(engine.living()).toEqual(['process', 'sub', 'other']);
    expect(engine.activate('other')).toEqual([]);
    engine.resume(key);
    expect(engine.activate('other')).toHaveLength(1);
    engine.publish('stop', 'k');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should refuse to migrate it', () => {
    const { engine, key } = suspended(oneTask);
    const { processDefinitionKey } = engine.events(ValueType.PROCESS)[0]!.value;
    const answer = migrate(engine, key, processDefinitionKey, { task: 'task' });
    expect(rejectionOf(answer)).toMatch(/^INVALID_STATE: .*it is suspended/);
  });

  it('should refuse commands of user tasks, and let their variables alone', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneUserTask());
    const key = engine.create('p');
    const taskKey = userTaskKey(engine);
    engine.suspend(key);

    // when / then
    for (const intent of [
      UserTaskIntent.COMPLETE,
      UserTaskIntent.ASSIGN,
      UserTaskIntent.CLAIM,
      UserTaskIntent.UPDATE,
    ]) {
      expect(rejectionOf(userTaskCommand(engine, intent, taskKey))).toMatch(/^INVALID_STATE: .*it is suspended/);
    }
    expect(rejectionOf(engine.setVariables(engine.keyOf('task'), { a: 1 }, true))).toMatch(/^INVALID_STATE: /);
    expect(engine.setVariables(key, { b: 2 })?.record.recordType).toBe(RecordType.EVENT);
    engine.resume(key);
    userTaskCommand(engine, UserTaskIntent.COMPLETE, taskKey);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should miss signals', () => {
    // given
    const { engine, key } = suspended(
      bpmn(
        { definitions: signal('s', 'alarm') },
        startEvent(),
        flow('start', 'wait'),
        catchEvent('wait', signalEvent('s')),
        flow('wait', 'end'),
        endEvent(),
      ),
    );

    // when
    engine.broadcast('alarm');
    engine.resume(key);

    // then
    expect(engine.isCompleted(key)).toBe(false);
    engine.broadcast('alarm');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should see a condition that was met meanwhile when it is resumed', () => {
    // given
    const { engine, key } = suspended(
      bpmn(
        {},
        startEvent(),
        flow('start', 'wait'),
        catchEvent('wait', conditionalEvent('=x = 1')),
        flow('wait', 'end'),
        endEvent(),
      ),
    );

    // when
    engine.setVariables(key, { x: 1 });

    // then
    expect(engine.isCompleted(key)).toBe(false);
    engine.resume(key);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should let a loop go on where it was', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'task'),
        multiInstance(serviceTask('task'), { inputCollection: '=[1, 2]', isSequential: true }),
        flow('task', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process');

    // when
    engine.suspend(key);
    expect(engine.activate('task')).toEqual([]);
    engine.resume(key);
    engine.completeJobs('task', 'task');

    // then
    expect(engine.isCompleted(key)).toBe(true);
  });
});

import {
  IncidentErrorType,
  JobIntent,
  JobKind,
  JobListenerEventType,
  jobCommandValue,
  ProcessEventIntent,
  ProcessInstanceIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  callActivity,
  element,
  endEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  input,
  io,
  type Loop,
  listeners,
  message,
  messageEvent,
  multiInstance,
  output,
  serviceTask,
  startEvent,
  subProcess,
  timerEvent,
} from '../../../test/bpmn.ts';
import { startEngine } from '../../../test/invariants.ts';
import { eventsOf, rejectionOf } from '../../../test/outcome.ts';
import type { TestEngine } from '../../../test/test-engine.ts';

function taskWith(extensions: string, options: Parameters<typeof serviceTask>[1] = {}): string {
  return bpmn(
    {},
    startEvent(),
    flow('start', 'task'),
    serviceTask('task', { ...options, io: extensions }),
    flow('task', 'end'),
    endEvent(),
  );
}

/** Types of the jobs that were created, in order. */
function jobTypes(engine: TestEngine): string[] {
  return engine.events(ValueType.JOB, JobIntent.CREATED).map(({ value }) => value.type);
}

describe('execution listeners', () => {
  it('should run one after the other around the element, in the order of the model', () => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(listeners('end e1', 'start s1', 'start s2', 'end e2')));

    // when
    const key = engine.create('process');

    // then
    expect(jobTypes(engine)).toEqual(['s1']);
    engine.completeJobs('s1');
    expect(jobTypes(engine)).toEqual(['s1', 's2']);
    engine.completeJobs('s2', 'task', 'e1', 'e2');
    expect(jobTypes(engine)).toEqual(['s1', 's2', 'task', 'e1', 'e2']);
    expect(engine.isCompleted(key)).toBe(true);
    const [first] = engine.events(ValueType.JOB, JobIntent.CREATED);
    expect(first?.value).toMatchObject({
      kind: JobKind.EXECUTION_LISTENER,
      listenerEventType: JobListenerEventType.START,
      retries: 3,
      elementId: 'task',
    });
  });

  it('should write the golden sequence of one listener at each end', () => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(listeners('start before', 'end after')));
    engine.create('process');

    // when / then
    expect(eventsOf(engine, () => engine.completeJob('before', { a: 1 }))).toEqual([
      'JOB_BATCH ACTIVATED',
      'JOB COMPLETED',
      'PROCESS_EVENT TRIGGERING',
      'VARIABLE CREATED',
      'PROCESS_EVENT TRIGGERED',
      'JOB CREATED',
      "PROCESS_INSTANCE ELEMENT_ACTIVATED SERVICE_TASK 'task'",
    ]);
    expect(eventsOf(engine, () => engine.completeJobs('task'))).toEqual([
      'JOB_BATCH ACTIVATED',
      'JOB COMPLETED',
      'PROCESS_EVENT TRIGGERING',
      "PROCESS_INSTANCE ELEMENT_COMPLETING SERVICE_TASK 'task'",
      'PROCESS_EVENT TRIGGERED',
      'JOB CREATED',
    ]);
    expect(eventsOf(engine, () => engine.completeJobs('after')).slice(0, 3)).toEqual([
      'JOB_BATCH ACTIVATED',
      'JOB COMPLETED',
      "PROCESS_INSTANCE ELEMENT_COMPLETED SERVICE_TASK 'task'",
    ]);
  });

  it('should keep variables of start listeners in the element and hand those of end listeners to its scope', () => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(`${listeners('start before', 'end after')}${io(input('=1', 'given'))}`));
    const key = engine.create('process');

    // when
    engine.completeJob('before', { local: 1, given: 2 });
    const [job] = engine.activate('task', 1);
    engine.job(JobIntent.COMPLETE, job!.jobKey);
    engine.completeJob('after', { outer: 3 });

    // then
    expect(JSON.parse(job!.variables)).toEqual({ given: 2, local: 1 });
    expect(engine.variables(key)).toEqual({ outer: 3 });
  });

  it('should run end listeners behind the output mappings', () => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(`${listeners('end after')}${io(output('=x + 1', 'y'))}`));
    engine.create('process');
    engine.completeJob('task', { x: 1 });

    // when
    const [job] = engine.activate('after', 1);

    // then
    expect(JSON.parse(job!.variables)).toEqual({ x: 1, y: 2 });
    engine.job(JobIntent.COMPLETE, job!.jobKey);
  });

  it('should open nothing before the start listeners have run', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'task'),
        serviceTask('task', { io: listeners('start before') }),
        boundaryEvent('late', 'task', timerEvent('timeDuration', 'PT1S')),
        flow('task', 'end'),
        flow('late', 'lateEnd'),
        endEvent(),
        endEvent('lateEnd'),
      ),
    );
    engine.create('process');

    // when
    engine.advance(10_000);
    engine.completeJob('before');

    // then
    expect(engine.events(ValueType.TIMER)).toHaveLength(1);
    engine.advance(1000);
    expect(engine.completed()).toContain('lateEnd');
  });

  it('should run listeners of the process around everything in it', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { extensions: listeners('start opened', 'end closing') },
        startEvent(),
        flow('start', 'task'),
        serviceTask('task'),
        flow('task', 'end'),
        endEvent(),
      ),
    );

    // when
    const key = engine.create('process');
    const before = engine.living();
    engine.completeJob('opened', { a: 1 });
    engine.completeJob('task');
    engine.completeJob('closing', { b: 2 });

    // then
    expect(before).toEqual(['process']);
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.variables(key)).toEqual({ a: 1, b: 2 });
  });

  it('should give the variables of an end listener of the process to the awaited result', () => {
    // given
    const engine = startEngine();
    engine.deploy(bpmn({ extensions: listeners('end closing') }, startEvent(), flow('start', 'end'), endEvent()));
    const request = engine.createAwaiting('process');

    // when
    engine.completeJob('closing', { b: 2 });

    // then
    expect(engine.answerTo(request)?.record.value).toMatchObject({ variables: '{"b":2}' });
  });

  it('should run on events, scopes and call activities', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn({ id: 'child' }, startEvent(), flow('start', 'end'), endEvent()),
      bpmn(
        {},
        element('startEvent', 'start', { extensions: listeners('end start-end') }),
        flow('start', 'sub'),
        element('subProcess', 'sub', {
          extensions: listeners('start sub-start', 'end sub-end'),
          body: [startEvent('inner'), flow('inner', 'innerEnd'), endEvent('innerEnd')].join(''),
        }),
        flow('sub', 'call'),
        callActivity('call', 'child', { io: listeners('start call-start', 'end call-end') }),
        flow('call', 'throw'),
        element('intermediateThrowEvent', 'throw', { extensions: listeners('start throw-start', 'end throw-end') }),
        flow('throw', 'end'),
        element('endEvent', 'end', { extensions: listeners('start end-start', 'end end-end') }),
      ),
    );
    const key = engine.create('process');

    // when
    engine.completeJobs('start-end', 'sub-start', 'sub-end', 'call-start', 'call-end', 'throw-start', 'throw-end');
    engine.completeJobs('end-start', 'end-end');

    // then
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should run the end listener of a boundary event', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions: message('m', 'stop', '="k"') },
        startEvent(),
        flow('start', 'task'),
        serviceTask('task'),
        boundaryEvent('stopped', 'task', messageEvent('m'), { io: listeners('end after-stop') }),
        flow('task', 'end'),
        flow('stopped', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process');
    engine.publish('stop', 'k', { with: { why: 'x' } });

    // when
    engine.completeJob('after-stop', { seen: true });

    // then
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.variables(key)).toEqual({ why: 'x', seen: true });
  });

  it('should start an event sub-process behind its start listener', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions: message('m', 'stop', '="k"') },
        startEvent(),
        flow('start', 'task'),
        serviceTask('task'),
        flow('task', 'end'),
        endEvent(),
        element('subProcess', 'esp', {
          attributes: 'triggeredByEvent="true"',
          extensions: listeners('start esp-start', 'end esp-end'),
          body: [
            eventSubProcessStart('espStart', messageEvent('m')),
            flow('espStart', 'espEnd'),
            endEvent('espEnd'),
          ].join(''),
        }),
      ),
    );
    const key = engine.create('process');
    engine.publish('stop', 'k', { with: { why: 'x' } });

    // when
    engine.completeJob('esp-start', { mine: 1 });
    engine.completeJob('esp-end', { handed: 2 });

    // then
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.variables(key)).toEqual({ why: 'x', handed: 2 });
  });
});

describe('execution listener incidents', () => {
  it('should repeat the whole phase when the type of a listener cannot be evaluated', () => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(listeners('start s1', 'start =missing')));
    const key = engine.create('process');
    engine.completeJob('s1');
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { missing: 's2' });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
      elementId: 'task',
    });
    expect(jobTypes(engine)).toEqual(['s1', 's1']);
    engine.completeJobs('s1', 's2', 'task');
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.path().filter((line) => line === 'task ACTIVATING')).toHaveLength(1);
  });

  it('should repeat the listeners when the element itself fails behind them', () => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(listeners('start s1'), { type: '=work' }));
    const key = engine.create('process');
    engine.completeJob('s1');

    // when
    engine.setVariables(key, { work: 'w' });
    engine.resolve(engine.incidents()[0]!.key);
    engine.completeJobs('s1', 'w');

    // then
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should repeat only the end phase when an end listener cannot be evaluated', () => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(listeners('start s1', 'end e1', 'end =missing')));
    const key = engine.create('process');
    engine.completeJobs('s1', 'task', 'e1');

    // when
    engine.setVariables(key, { missing: 'e2' });
    engine.resolve(engine.incidents()[0]!.key);
    engine.completeJobs('e1', 'e2');

    // then
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.path().filter((line) => line === 'task COMPLETING')).toHaveLength(1);
  });

  it('should retry only the job when a listener has no retries left', () => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(listeners('start s1', 'start s2')));
    const key = engine.create('process');
    engine.completeJob('s1');
    const [job] = engine.activate('s2');
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0, errorMessage: 'no' });
    const [incident] = engine.incidents();

    // when
    const early = engine.resolve(incident!.key);
    engine.job(JobIntent.UPDATE_RETRIES, job!.jobKey, { retries: 1 });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.EXECUTION_LISTENER_NO_RETRIES,
      errorMessage: 'no',
      jobKey: job!.jobKey,
    });
    expect(rejectionOf(early)).toMatch(/^INVALID_STATE: /);
    expect(engine.completeJob('s2')).toBe(job!.jobKey);
    engine.completeJob('task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should refuse an error from a listener', () => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(listeners('start s1')));
    engine.create('process');
    const [job] = engine.activate('s1');

    // when
    const answer = engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode: 'E' });

    // then
    expect(rejectionOf(answer)).toMatch(/^INVALID_STATE: Cannot throw BPMN error from EXECUTION_LISTENER job/);
  });
});

describe('an element that ends while a listener runs', () => {
  it.each(['start', 'end'])('should take the %s listener back when the instance is canceled', (eventType) => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(listeners(`${eventType} audit`)));
    const key = engine.create('process');
    if (eventType === 'end') engine.completeJob('task');
    const [job] = engine.activate('audit');

    // when
    engine.cancel(key);

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.events(ValueType.JOB, JobIntent.CANCELED).map((event) => event.key)).toEqual([job!.jobKey]);
    expect(rejectionOf(engine.job(JobIntent.COMPLETE, job!.jobKey))).toMatch(/^NOT_FOUND: /);
  });

  it.each(['start', 'end'])(
    'should take the %s listener back when a boundary event ends the scope around',
    (eventType) => {
      // given
      const engine = startEngine();
      engine.deploy(
        bpmn(
          {},
          startEvent(),
          flow('start', 'sub'),
          subProcess(
            'sub',
            startEvent('inner'),
            flow('inner', 'task'),
            serviceTask('task', { io: listeners(`${eventType} audit`) }),
            flow('task', 'innerEnd'),
            endEvent('innerEnd'),
          ),
          boundaryEvent('late', 'sub', timerEvent('timeDuration', 'PT1S')),
          flow('sub', 'end'),
          flow('late', 'lateEnd'),
          endEvent(),
          endEvent('lateEnd'),
        ),
      );
      const key = engine.create('process');
      if (eventType === 'end') engine.completeJob('task');

      // when
      engine.advance(1000);

      // then
      expect(engine.events(ValueType.JOB, JobIntent.CANCELED)).toHaveLength(1);
      expect(engine.completed()).toContain('lateEnd');
      expect(engine.isCompleted(key)).toBe(true);
    },
  );

  it('should keep an interrupting boundary event from firing while an end listener runs', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'task'),
        serviceTask('task', { io: listeners('end audit') }),
        boundaryEvent('late', 'task', timerEvent('timeDuration', 'PT1S')),
        flow('task', 'end'),
        flow('late', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process');
    engine.completeJob('task');

    // when
    engine.advance(5000);
    engine.completeJob('audit');

    // then
    expect(engine.completed()).toEqual(['start', 'task', 'end', 'process']);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should end with an interrupting event sub-process while its listener runs', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions: message('m', 'stop', '="k"') },
        startEvent(),
        flow('start', 'task'),
        serviceTask('task', { io: listeners('start audit') }),
        flow('task', 'end'),
        endEvent(),
        eventSubProcess(
          'esp',
          eventSubProcessStart('espStart', messageEvent('m')),
          flow('espStart', 'espEnd'),
          endEvent('espEnd'),
        ),
      ),
    );
    const key = engine.create('process');
    const [job] = engine.activate('audit');

    // when
    engine.publish('stop', 'k');

    // then
    expect(rejectionOf(engine.job(JobIntent.COMPLETE, job!.jobKey))).toMatch(/^NOT_FOUND: /);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should lose the race when the listener completes in the same batch as the cancel', () => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(listeners('start audit')));
    const key = engine.create('process');
    const [job] = engine.activate('audit');

    // when
    engine.submit(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, emptyInstance(engine), key);
    engine.submit(ValueType.JOB, JobIntent.COMPLETE, jobCommandValue({ variables: '{"a":1}' }), job!.jobKey);
    engine.settle();

    // then
    expect(engine.isTerminated(key)).toBe(true);
  });

  it('should refuse to complete a listener that is not awaited', () => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(listeners('start audit')));
    engine.create('process');
    const { value } = engine.events(ValueType.PROCESS_INSTANCE).findLast(({ value }) => value.elementId === 'task')!;
    const { COMPLETE_EXECUTION_LISTENER, ACTIVATE_ELEMENT } = ProcessInstanceIntent;

    // when
    const early = engine.send(ValueType.PROCESS_INSTANCE, COMPLETE_EXECUTION_LISTENER, value, engine.keyOf('task'));
    const again = engine.send(ValueType.PROCESS_INSTANCE, ACTIVATE_ELEMENT, value, engine.keyOf('task'));

    // then
    expect(rejectionOf(early)).toMatch(/^INVALID_STATE: /);
    expect(rejectionOf(again)).toMatch(/^INVALID_STATE: /);
    expect(jobTypes(engine)).toEqual(['audit']);
  });
});

describe('listeners of a multi-instance activity', () => {
  function looped(extensions: string, loop: Partial<Loop> = {}): string {
    return bpmn(
      {},
      startEvent(),
      flow('start', 'task'),
      multiInstance(serviceTask('task', { io: extensions }), {
        inputCollection: '=items',
        inputElement: 'item',
        ...loop,
      }),
      flow('task', 'end'),
      endEvent(),
    );
  }

  it.each([false, true])('should run at both ends of every item, sequential: %s', (isSequential) => {
    // given
    const engine = startEngine();
    engine.deploy(
      looped(listeners('start before', 'end after'), {
        isSequential,
        outputCollection: 'results',
        outputElement: '=[item, seen]',
      }),
    );

    // when
    const key = engine.create('process', { items: [1, 2] });
    if (isSequential) {
      for (const item of [1, 2]) {
        engine.completeJob('before', { seen: item * 10 });
        engine.completeJobs('task', 'after');
      }
    } else {
      for (const item of [1, 2]) engine.completeJob('before', { seen: item * 10 });
      engine.completeJobs('task', 'task', 'after', 'after');
    }

    // then
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.variables(key)).toMatchObject({
      results: [
        [1, 10],
        [2, 20],
      ],
    });
  });

  it('should run before all of them, and may give the collection', () => {
    // given
    const engine = startEngine();
    engine.deploy(looped(listeners('beforeAll fetch', 'beforeAll check', 'start each')));
    const key = engine.create('process');

    // when
    const [job] = engine.activate('fetch');
    engine.job(JobIntent.COMPLETE, job!.jobKey, { variables: '{"items":[7,8]}' });
    engine.completeJob('check');

    // then
    expect(job?.listenerEventType).toBe(JobListenerEventType.BEFORE_ALL);
    expect(engine.activate('each').map(({ variables }) => JSON.parse(variables).item)).toEqual([7, 8]);
    expect(engine.variables(key)).toEqual({});
    for (const { key: jobKey } of engine.events(ValueType.JOB, JobIntent.CREATED).slice(-2)) {
      engine.job(JobIntent.COMPLETE, jobKey);
    }
    engine.completeJobs('task', 'task');
    expect(engine.isCompleted(key)).toBe(true);
    expect(jobTypes(engine)).toEqual(['fetch', 'check', 'each', 'each', 'task', 'task']);
  });

  it('should run before all even when there is nothing to do', () => {
    const engine = startEngine();
    engine.deploy(looped(listeners('beforeAll fetch', 'end each')));
    const key = engine.create('process');
    engine.completeJob('fetch', { items: [] });
    expect(engine.isCompleted(key)).toBe(true);
    expect(jobTypes(engine)).toEqual(['fetch']);
  });

  it('should run before all again when the collection behind it cannot be evaluated', () => {
    // given
    const engine = startEngine();
    engine.deploy(looped(listeners('beforeAll fetch')));
    const key = engine.create('process');
    engine.completeJob('fetch', { items: 'none' });

    // when
    const [incident] = engine.incidents();
    engine.resolve(incident!.key);
    engine.completeJob('fetch', { items: [1] });
    engine.completeJob('task');

    // then
    expect(incident?.value.errorType).toBe(IncidentErrorType.EXTRACT_VALUE_ERROR);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should be taken back with the loop', () => {
    const engine = startEngine();
    engine.deploy(looped(listeners('start each')));
    const key = engine.create('process', { items: [1, 2, 3] });
    engine.cancel(key);
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.events(ValueType.JOB, JobIntent.CANCELED)).toHaveLength(3);
  });
});

describe('cancel listeners', () => {
  function canceled(...types: readonly string[]) {
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { extensions: listeners(...types) },
        startEvent(),
        flow('start', 'task'),
        serviceTask('task'),
        flow('task', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process');
    engine.cancel(key);
    return { engine, key };
  }

  it('should run one after the other once everything inside has ended', () => {
    // given
    const { engine, key } = canceled('cancel c1', 'cancel c2');

    // when / then
    expect(engine.living()).toEqual(['process']);
    expect(engine.path()).toContain('task TERMINATED');
    engine.completeJob('c1', { cleaned: true });
    expect(engine.isTerminated(key)).toBe(false);
    const [job] = engine.activate('c2');
    expect(job).toMatchObject({ listenerEventType: JobListenerEventType.CANCEL, variables: '{"cleaned":true}' });
    engine.job(JobIntent.COMPLETE, job!.jobKey);
    expect(engine.isTerminated(key)).toBe(true);
  });

  it('should end at once when the instance is canceled again', () => {
    // given
    const { engine, key } = canceled('cancel c1', 'cancel c2');

    // when
    const answer = engine.cancel(key);

    // then
    expect(answer?.record.intent).toBe(ProcessInstanceIntent.CANCELING);
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.events(ValueType.JOB, JobIntent.CANCELED)).toHaveLength(2);
    expect(rejectionOf(engine.cancel(key))).toMatch(/^NOT_FOUND: /);
  });

  it('should go on where they stopped when the type of one could not be evaluated', () => {
    // given
    const { engine, key } = canceled('cancel c1', 'cancel =missing');
    engine.completeJob('c1');
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { missing: 'c2' });
    engine.resolve(incident!.key);
    engine.completeJob('c2');

    // then
    expect(incident?.value.errorType).toBe(IncidentErrorType.EXTRACT_VALUE_ERROR);
    expect(jobTypes(engine)).toEqual(['task', 'c1', 'c2']);
    expect(engine.isTerminated(key)).toBe(true);
  });

  it('should stop with an incident without retries, and end by force with it', () => {
    // given
    const { engine, key } = canceled('cancel c1');
    const [job] = engine.activate('c1');
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0 });

    // when
    engine.cancel(key);

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.incidents()).toEqual([]);
  });

  it('should not run when the process completes', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { extensions: listeners('cancel c1') },
        startEvent(),
        flow('start', 'end'),
        endEvent('end', '<bpmn:terminateEventDefinition/>'),
      ),
    );

    // when
    const key = engine.create('process');

    // then
    expect(engine.isCompleted(key)).toBe(true);
    expect(jobTypes(engine)).toEqual([]);
  });

  it('should end called instances that wait for theirs when the root is canceled again', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'child', extensions: listeners('cancel c1', 'cancel c2') },
        startEvent(),
        flow('start', 'task'),
        serviceTask('task'),
        flow('task', 'end'),
        endEvent(),
      ),
      bpmn(
        { extensions: listeners('cancel r1') },
        startEvent(),
        flow('start', 'sub'),
        subProcess('sub', startEvent('inner'), flow('inner', 'call'), callActivity('call', 'child')),
      ),
    );
    const key = engine.create('process');
    engine.cancel(key);

    // when
    engine.cancel(key);

    // then
    expect(engine.living()).toEqual(['process']);
    engine.completeJob('r1');
    expect(engine.isTerminated(key)).toBe(true);
    expect(jobTypes(engine)).toEqual(['task', 'c1', 'r1']);
  });

  it('should let the caller wait until those of a called process have run', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'child', extensions: listeners('cancel c1') },
        startEvent(),
        flow('start', 'task'),
        serviceTask('task'),
        flow('task', 'end'),
        endEvent(),
      ),
      bpmn({}, startEvent(), flow('start', 'call'), callActivity('call', 'child'), flow('call', 'end'), endEvent()),
    );
    const key = engine.create('process');

    // when
    engine.cancel(key);
    const before = engine.living();
    engine.completeJob('c1');

    // then
    expect(before).toEqual(['process', 'call', 'child']);
    expect(engine.isTerminated(key)).toBe(true);
  });
});

/** Commands name an instance by its key; the rest is known. */
function emptyInstance(engine: TestEngine) {
  return engine.events(ValueType.PROCESS_INSTANCE)[0]!.value;
}

describe('variables of a listener', () => {
  it('should leave no trace when there are none', () => {
    // given
    const engine = startEngine();
    engine.deploy(taskWith(listeners('start audit')));
    engine.create('process');

    // when
    engine.completeJob('audit');

    // then
    expect(engine.events(ValueType.PROCESS_EVENT, ProcessEventIntent.TRIGGERING)).toEqual([]);
  });
});

import {
  IncidentErrorType,
  JobIntent,
  MessageSubscriptionIntent,
  ProcessInstanceCreationIntent,
  ProcessInstanceIntent,
  ProcessInstanceResultIntent,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  callActivity,
  element,
  endEvent,
  error,
  errorEvent,
  flow,
  input,
  io,
  message,
  messageEvent,
  output,
  serviceTask,
  startEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

const child = (type = 'work', versionTag?: string) =>
  bpmn(
    { id: 'child', ...(versionTag !== undefined && { versionTag }) },
    startEvent('begin'),
    flow('begin', 'work'),
    serviceTask('work', { type }),
  );

const parent = (options: Parameters<typeof callActivity>[2] = {}, ...more: readonly string[]) =>
  bpmn(
    { id: 'parent', definitions: message('m', 'news', '=id') + error('e', 'broken') },
    startEvent(),
    flow('start', 'call'),
    callActivity('call', 'child', options),
    flow('call', 'end'),
    endEvent(),
    ...more,
  );

describe('call activity', () => {
  it('should start the called process as a child instance and go on when that is done', () => {
    // given
    const engine = startEngine();
    engine.deploy(child(), parent());
    const from = engine.records.length;
    const key = engine.create('parent', { x: 1 });

    // when
    engine.completeJob('work', { y: 2 });

    // then
    const trace = engine.trace().slice(from);
    expect(trace.slice(trace.indexOf("E PROCESS_INSTANCE ELEMENT_ACTIVATING CALL_ACTIVITY 'call'"))).toEqual([
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING CALL_ACTIVITY 'call'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED CALL_ACTIVITY 'call'",
      'E VARIABLE CREATED',
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT PROCESS 'child'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING PROCESS 'child'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED PROCESS 'child'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT START_EVENT 'begin'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING START_EVENT 'begin'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED START_EVENT 'begin'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT START_EVENT 'begin'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING START_EVENT 'begin'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED START_EVENT 'begin'",
      "E PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'begin_work'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT SERVICE_TASK 'work'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING SERVICE_TASK 'work'",
      'E JOB CREATED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED SERVICE_TASK 'work'",
      'C JOB_BATCH ACTIVATE',
      'E JOB_BATCH ACTIVATED',
      'C JOB COMPLETE',
      'E JOB COMPLETED',
      'E PROCESS_EVENT TRIGGERING',
      "C PROCESS_INSTANCE COMPLETE_ELEMENT SERVICE_TASK 'work'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING SERVICE_TASK 'work'",
      'E VARIABLE CREATED',
      'E PROCESS_EVENT TRIGGERED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETED SERVICE_TASK 'work'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT PROCESS 'child'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING PROCESS 'child'",
      'E PROCESS_EVENT TRIGGERING',
      "C PROCESS_INSTANCE COMPLETE_ELEMENT CALL_ACTIVITY 'call'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED PROCESS 'child'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING CALL_ACTIVITY 'call'",
      'E VARIABLE CREATED',
      'E PROCESS_EVENT TRIGGERED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETED CALL_ACTIVITY 'call'",
      "E PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'call_end'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT END_EVENT 'end'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING END_EVENT 'end'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED END_EVENT 'end'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING END_EVENT 'end'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED END_EVENT 'end'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT PROCESS 'parent'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING PROCESS 'parent'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED PROCESS 'parent'",
    ]);
    const childKey = engine.keyOf('child');
    const started = engine
      .events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATING)
      .find((record) => record.key === childKey);
    expect(started?.value).toMatchObject({
      processInstanceKey: childKey,
      parentProcessInstanceKey: key,
      parentElementInstanceKey: engine.keyOf('call'),
      rootProcessInstanceKey: key,
      flowScopeKey: -1n,
    });
    expect(engine.variables(childKey)).toEqual({ x: 1, y: 2 });
    expect(engine.variables(key)).toEqual({ x: 1, y: 2 });
  });

  it.each([
    ['latest', 'bindingType="latest"', 'newest'],
    ['deployment', 'bindingType="deployment"', 'together'],
    ['versionTag', 'bindingType="versionTag" versionTag="stable"', 'tagged'],
  ])('should bind to %s', (_binding, attributes, type) => {
    // given
    const engine = startEngine();
    engine.deploy(child('tagged', 'stable'));
    engine.deploy(child('together'), parent({ attributes }));
    engine.deploy(child('newest'));

    // when
    const key = engine.create('parent');

    // then
    engine.completeJob(type);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should take the latest deployed of several versions with one tag', () => {
    // given
    const engine = startEngine();
    engine.deploy(parent({ attributes: 'bindingType="versionTag" versionTag="stable"' }));
    engine.deploy(child('first', 'stable'));
    engine.deploy(child('second', 'stable'));
    engine.deploy(child('third'));

    // when
    const key = engine.create('parent');

    // then
    engine.completeJob('second');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it.each([
    ['everything visible', {}, { x: 1, y: 2 }],
    ['inputs beside everything visible', { io: io(input('=x + 1', 'z')) }, { x: 1, y: 2, z: 2 }],
    ['only inputs', { attributes: 'propagateAllParentVariables="false"', io: io(input('=x + 1', 'z')) }, { z: 2 }],
    ['nothing', { attributes: 'propagateAllParentVariables="false"' }, {}],
  ])('should hand the child %s', (_what, options, expected) => {
    // given
    const engine = startEngine();
    engine.deploy(child(), parent(options));

    // when
    const key = engine.create('parent', { x: 1, y: 2 });

    // then
    expect(engine.variables(engine.keyOf('child'))).toEqual(expected);
    engine.cancel(key);
  });

  it.each([
    ['everything', {}, { x: 1, r: 3, s: 4 }],
    ['nothing', { attributes: 'propagateAllChildVariables="false"' }, { x: 1 }],
    ['only what is mapped', { io: io(output('=r', 'result')) }, { x: 1, result: 3 }],
    [
      'what is mapped when nothing is propagated',
      { attributes: 'propagateAllChildVariables="false"', io: io(output('=r', 'result')) },
      { x: 1, result: 3 },
    ],
  ])('should take %s from the child', (_what, options, expected) => {
    // given
    const engine = startEngine();
    engine.deploy(child(), parent(options));
    const key = engine.create('parent', { x: 1 });

    // when
    engine.completeJob('work', { r: 3, s: 4 });

    // then
    expect(engine.variables(key)).toEqual(expected);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should evaluate which process to call', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      child(),
      bpmn({ id: 'parent' }, startEvent(), flow('start', 'call'), callActivity('call', '="chi" + rest')),
    );

    // when
    const key = engine.create('parent', { rest: 'ld' });
    const wrong = engine.create('parent', { rest: 1 });

    // then
    engine.completeJob('work');
    expect(engine.isCompleted(key)).toBe(true);
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
      processInstanceKey: wrong,
    });
    engine.setVariables(wrong, { rest: 'ld' });
    engine.resolve(incident!.key);
    engine.completeJob('work');
    expect(engine.isCompleted(wrong)).toBe(true);
  });

  it('should stop when the called process is missing, and run once it is deployed', () => {
    // given
    const engine = startEngine();
    engine.deploy(parent());
    const key = engine.create('parent');
    const [incident] = engine.incidents();

    // when
    engine.deploy(child());
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.CALLED_ELEMENT_ERROR,
      elementId: 'call',
      elementInstanceKey: engine.keyOf('call'),
    });
    expect(incident?.value.errorMessage).toContain("'child'");
    engine.completeJob('work');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it.each([
    ['the same deployment', 'bindingType="deployment"', "binding type 'deployment'"],
    ['its tag', 'bindingType="versionTag" versionTag="stable"', "version tag 'stable'"],
  ])('should stop when the called process is not found by %s', (_what, attributes, mentioned) => {
    // given
    const engine = startEngine();
    engine.deploy(child());
    engine.deploy(
      bpmn({ id: 'parent' }, startEvent(), flow('start', 'call'), callActivity('call', '="child"', { attributes })),
    );

    // when
    engine.create('parent');

    // then
    const [incident] = engine.incidents();
    expect(incident?.value.errorType).toBe(IncidentErrorType.CALLED_ELEMENT_ERROR);
    expect(incident?.value.errorMessage).toContain(mentioned);
  });

  it('should be refused at deployment when the process it names is not deployed with it, as it asks for', () => {
    // given
    const engine = startEngine();
    engine.deploy(child());

    // then
    expect(() => engine.deploy(parent({ attributes: 'bindingType="deployment"' }))).toThrow(
      "Expected to find process with id 'child' in current deployment, but not found.",
    );
  });

  it('should stop when the called process has no none start event', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      parent(),
      bpmn(
        { id: 'child', definitions: message('s', 'begin') },
        element('startEvent', 'begin', { body: messageEvent('s') }),
      ),
    );

    // when
    engine.create('parent');

    // then
    expect(engine.incidents()[0]?.value.errorType).toBe(IncidentErrorType.CALLED_ELEMENT_ERROR);
    expect(engine.incidents()[0]?.value.errorMessage).toContain('none start event');
  });

  it('should refuse to cancel the child alone, and terminate it first when the root is canceled', () => {
    // given
    const engine = startEngine();
    engine.deploy(child(), parent());
    const key = engine.create('parent');
    const childKey = engine.keyOf('child');

    // when
    const refused = engine.cancel(childKey);
    const from = engine.path().length;
    engine.cancel(key);

    // then
    expect(refused?.record.rejectionType).toBe(RejectionType.INVALID_STATE);
    expect(refused?.record.rejectionReason).toContain(`${key}`);
    expect(engine.path().slice(from)).toEqual([
      'parent CANCELING',
      'parent TERMINATING',
      'call TERMINATING',
      'child TERMINATING',
      'work TERMINATING',
      'work TERMINATED',
      'child TERMINATED',
      'call TERMINATED',
      'parent TERMINATED',
    ]);
    expect(engine.living()).toEqual([]);
  });

  it('should leave nothing behind when it is ended before its child has begun', () => {
    // given
    const engine = startEngine({ limits: { followUpCommandsMax: 4 } });
    engine.deploy(child(), parent());
    const { engine: partition, nowMs } = engine;
    partition.process(
      engine.command(
        ValueType.PROCESS_INSTANCE_CREATION,
        ProcessInstanceCreationIntent.CREATE,
        engine.creation('parent', { with: { x: 1 } }),
      ),
      nowMs,
    );
    engine.flush();
    const before = engine.living();
    const key = engine.keyOf('parent');

    // when
    engine.cancel(key);

    // then
    expect(before).toEqual(['parent', 'call']);
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.living()).toEqual([]);
  });

  it('should terminate its child when its boundary event interrupts it', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      child(),
      parent(
        {},
        boundaryEvent('late', 'call', timerEvent('timeDuration', 'PT1M')),
        flow('late', 'end'),
        boundaryEvent('told', 'call', messageEvent('m')),
        flow('told', 'end'),
      ),
    );
    const key = engine.create('parent', { id: 'x' });

    // when
    engine.advance(60_000);

    // then
    expect(engine.completed(key)).toEqual(['start', 'late', 'end', 'parent']);
    expect(engine.isTerminated(engine.keyOf('child'))).toBe(true);
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.DELETED)).toHaveLength(1);
  });

  it('should catch an error of a job in its child', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      child(),
      parent(
        {},
        boundaryEvent('failed', 'call', errorEvent('e'), { io: io(output('=why', 'reason')) }),
        flow('failed', 'end'),
      ),
    );
    const key = engine.create('parent');
    const [job] = engine.activate('work');

    // when
    engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode: 'broken', variables: '{"why":"rust"}' });

    // then
    expect(engine.completed(key)).toEqual(['start', 'failed', 'end', 'parent']);
    expect(engine.isTerminated(engine.keyOf('child'))).toBe(true);
    expect(engine.variables(key)).toEqual({ reason: 'rust' });
  });

  it('should catch an error end event of its child', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'child', definitions: error('e', 'broken') },
        startEvent('begin'),
        flow('begin', 'fail'),
        endEvent('fail', errorEvent('e')),
      ),
      parent({}, boundaryEvent('failed', 'call', errorEvent()), flow('failed', 'end')),
    );

    // when
    const key = engine.create('parent');

    // then
    expect(engine.completed(key)).toEqual(['start', 'failed', 'end', 'parent']);
    expect(engine.living()).toEqual([]);
  });

  it('should say in the incident of the child what could have been caught around it', () => {
    // given
    const engine = startEngine();
    engine.deploy(child(), parent({}, boundaryEvent('failed', 'call', errorEvent('e')), flow('failed', 'end')));
    const key = engine.create('parent');
    const [job] = engine.activate('work');

    // when
    engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode: 'lost', errorMessage: 'no map' });

    // then
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.UNHANDLED_ERROR_EVENT,
      processInstanceKey: engine.keyOf('child'),
      rootProcessInstanceKey: key,
      errorMessage:
        "Expected to throw an error event with the code 'lost' with message 'no map', but it was not caught. Available error events are [broken]",
    });
    engine.cancel(key);
    expect(engine.incidents()).toEqual([]);
  });

  it('should stop a process that calls itself without end', () => {
    // given
    const engine = startEngine({ limits: { callDepthMax: 5 } });
    engine.deploy(bpmn({ id: 'again' }, startEvent(), flow('start', 'call'), callActivity('call', '="again"')));

    // when
    const key = engine.create('again');

    // then
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.CALLED_ELEMENT_ERROR,
      rootProcessInstanceKey: key,
    });
    expect(incident?.value.errorMessage).toContain('at most 5 calls inside each other');
    expect(engine.living()).toHaveLength(2 * 6);

    // when
    engine.cancel(key);

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.living()).toEqual([]);
  });

  it('should unwind a deep chain of calls without harm', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'again' },
        startEvent(),
        flow('start', 'call'),
        element('callActivity', 'call', {
          extensions: `<zeebe:calledElement processId="=if n &gt; 0 then &quot;again&quot; else &quot;child&quot;"/>${io(input('=n - 1', 'n'))}`,
        }),
      ),
      child(),
    );
    const key = engine.create('again', { n: 300 });
    const depth = engine.living().length;

    // when
    engine.cancel(key);

    // then
    expect(depth).toBe(2 * 300 + 2);
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.events(ValueType.ERROR)).toEqual([]);
  });

  it('should not answer for its child when the result of the caller is awaited', () => {
    // given
    const engine = startEngine();
    engine.deploy(child(), parent());
    const answer = engine.createAwaiting('parent');

    // when
    engine.completeJob('work', { y: 1 });

    // then
    expect(engine.events(ValueType.PROCESS_INSTANCE_RESULT, ProcessInstanceResultIntent.COMPLETED)).toHaveLength(1);
    expect(engine.answerTo(answer)?.record.value).toMatchObject({ bpmnProcessId: 'parent', variables: '{"y":1}' });
  });
});

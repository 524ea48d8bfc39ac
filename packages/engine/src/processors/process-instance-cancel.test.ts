import { type Key, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  callActivity,
  endEvent,
  exclusiveGateway,
  flow,
  parallelGateway,
  serviceTask,
  startEvent,
  subProcess,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { answersOf, eventsOf, rejectionOf } from '../../test/outcome.ts';

const child = bpmn(
  { id: 'child' },
  startEvent(),
  serviceTask('task'),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
);
const parent = (called: string, id = 'p') =>
  bpmn({ id }, startEvent(), callActivity('call', called), endEvent(), flow('start', 'call'), flow('call', 'end'));

describe('PROCESS_INSTANCE CANCEL', () => {
  it('should answer at once, then end everything from the inside out', () => {
    // given
    const engine = startEngine();
    engine.deploy({ name: 'child.bpmn', xml: child }, { name: 'p.bpmn', xml: parent('child') });
    const instance = engine.create('p');

    // when
    let answers: ReturnType<typeof answersOf> = [];
    const events = eventsOf(engine, () => {
      answers = answersOf(engine, () => engine.cancel(instance));
    });

    // then
    expect(answers).toMatchObject([{ intent: ProcessInstanceIntent.CANCELING, key: instance }]);
    expect(events.map((line) => line.replace('PROCESS_INSTANCE ', ''))).toEqual([
      "CANCELING PROCESS 'p'",
      "ELEMENT_TERMINATING PROCESS 'p'",
      "ELEMENT_TERMINATING CALL_ACTIVITY 'call'",
      "ELEMENT_TERMINATING PROCESS 'child'",
      "ELEMENT_TERMINATING SERVICE_TASK 'task'",
      'JOB CANCELED',
      "ELEMENT_TERMINATED SERVICE_TASK 'task'",
      "ELEMENT_TERMINATED PROCESS 'child'",
      "ELEMENT_TERMINATED CALL_ACTIVITY 'call'",
      "ELEMENT_TERMINATED PROCESS 'p'",
    ]);
    expect(engine.living()).toEqual([]);
  });

  it('should refuse a called instance and name the root', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      { name: 'child.bpmn', xml: child },
      { name: 'middle.bpmn', xml: parent('child', 'middle') },
      { name: 'p.bpmn', xml: parent('middle') },
    );
    const instance = engine.create('p');
    const called = engine.keyOf('child');

    // then
    expect(rejectionOf(engine.cancel(called))).toBe(
      `INVALID_STATE: Expected to cancel a process instance with key '${called}', but it is created by a parent process instance. Cancel the root process instance '${instance}' instead.`,
    );
  });

  it('should refuse an unknown key, an element, an ended instance, and a second time', () => {
    // given steps that wait for later batches
    const engine = startEngine({ limits: { followUpCommandsMax: 1 } });
    engine.deploy(child);
    const instance = engine.create('child');
    const notFound = (key: Key) =>
      `NOT_FOUND: Expected to cancel a process instance with key '${key}', but no such process was found`;

    // then
    expect(rejectionOf(engine.cancel(7n as Key))).toBe(notFound(7n as Key));
    const task = engine.keyOf('task');
    expect(rejectionOf(engine.cancel(task))).toBe(notFound(task));
    const value = engine.events(ValueType.PROCESS_INSTANCE)[0]!.value;
    engine.submit(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, value, instance);
    engine.flush();
    expect(rejectionOf(engine.cancel(instance))).toBe(notFound(instance));
    expect(engine.isTerminated(instance)).toBe(true);
    expect(rejectionOf(engine.cancel(instance))).toBe(notFound(instance));
  });

  it('should end pending joins, incidents and scopes, and leave nothing', () => {
    // given one branch at the join, the other with an incident in a sub-process
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        parallelGateway('fork'),
        serviceTask('a'),
        subProcess('sub', startEvent('s'), serviceTask('b', { type: '=nothing' }), flow('s', 'b')),
        parallelGateway('join'),
        endEvent(),
        flow('start', 'fork'),
        flow('fork', 'a'),
        flow('fork', 'sub'),
        flow('a', 'join'),
        flow('sub', 'join'),
        flow('join', 'end'),
      ),
    );
    const instance = engine.create('p');
    engine.completeJob('a');
    expect(engine.incidents()).toHaveLength(1);

    // when
    engine.cancel(instance);

    // then
    expect(engine.isTerminated(instance)).toBe(true);
    expect(engine.incidents()).toEqual([]);
  });

  it('should end many children in chunks', () => {
    // given
    const engine = startEngine({ limits: { terminateChunkMax: 3 } });
    const tasks = Array.from({ length: 10 }, (_, index) => `task${index}`);
    engine.deploy(
      bpmn({ id: 'p' }, startEvent(), ...tasks.map((id) => serviceTask(id)), ...tasks.map((id) => flow('start', id))),
    );
    const instance = engine.create('p');

    // when
    engine.cancel(instance);

    // then
    expect(engine.isTerminated(instance)).toBe(true);
    expect(engine.records.filter(({ valueType }) => valueType === ValueType.PROCESS_INSTANCE_BATCH)).toHaveLength(3);
  });

  it('should end a deep chain of calls', { timeout: 20_000 }, () => {
    // given a process that calls itself
    const engine = startEngine({ limits: { callDepthMax: 200 } });
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        exclusiveGateway('split', 'split_task'),
        serviceTask('task'),
        callActivity('call', '="p"'),
        endEvent(),
        flow('start', 'split'),
        flow('split', 'call', '=deeper'),
        flow('split', 'task'),
        flow('call', 'end'),
        flow('task', 'end'),
      ),
    );
    const instance = engine.create('p', { deeper: true });
    const [incident] = engine.incidents();
    expect(incident?.value.errorMessage).toContain('Expected at most 200 calls inside each other');

    // when
    engine.cancel(instance);

    // then
    expect(engine.living()).toEqual([]);
    expect(engine.events(ValueType.ERROR)).toEqual([]);
  });
});

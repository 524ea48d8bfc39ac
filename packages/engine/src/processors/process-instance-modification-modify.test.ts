import { type Key, ProcessInstanceModificationIntent, ValueType } from '@waggle/protocol';
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
  flow,
  input,
  io,
  listeners,
  message,
  messageEvent,
  multiInstance,
  parallelGateway,
  serviceTask,
  startEvent,
  subProcess,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { modify } from '../../test/modification.ts';
import { eventsOf, rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

/** start → a → b → end, and an unconnected-by-token sub-process `outer` with `inner` with the task `deep`. */
const model = bpmn(
  { id: 'p', definitions: message('m', 'go', '=key') },
  startEvent(),
  serviceTask('a'),
  serviceTask('b'),
  endEvent(),
  subProcess(
    'outer',
    startEvent('outerStart'),
    subProcess(
      'inner',
      startEvent('innerStart'),
      serviceTask('deep', { io: io(input('=1', 'mapped')) }),
      serviceTask('deeper'),
      endEvent('innerEnd'),
      flow('innerStart', 'deep'),
      flow('deep', 'deeper'),
      flow('deeper', 'innerEnd'),
    ),
    endEvent('outerEnd'),
    flow('outerStart', 'inner'),
    flow('inner', 'outerEnd'),
  ),
  boundaryEvent('limit', 'outer', timerEvent('timeDuration', 'PT1H')),
  eventBasedGateway('gateway'),
  catchEvent('first', messageEvent('m')),
  catchEvent('second', timerEvent('timeDuration', 'PT1S')),
  eventSubProcess(
    'rescue',
    eventSubProcessStart('rescueStart', messageEvent('m')),
    serviceTask('rescuing'),
    endEvent('rescued'),
    flow('rescueStart', 'rescuing'),
    flow('rescuing', 'rescued'),
  ),
  flow('start', 'a'),
  flow('a', 'b'),
  flow('b', 'outer'),
  flow('outer', 'gateway'),
  flow('limit', 'end'),
  flow('gateway', 'first'),
  flow('gateway', 'second'),
  flow('first', 'end'),
  flow('second', 'end'),
);

function started(variables: object = { key: 'k' }): { engine: TestEngine; instance: Key } {
  const engine = startEngine();
  engine.deploy(model);
  return { engine, instance: engine.create('p', variables) };
}

describe('PROCESS_INSTANCE_MODIFICATION MODIFY', () => {
  it('should open the scopes around an element, without input mappings and start events, before anything ends', () => {
    // given
    const { engine, instance } = started();

    // when
    const events = eventsOf(engine, () =>
      modify(engine, instance, { activate: [{ element: 'deep' }], terminate: [engine.keyOf('a')] }),
    );

    // then
    expect(events.map((line) => line.replace('PROCESS_INSTANCE ', ''))).toEqual([
      "ELEMENT_ACTIVATING SUB_PROCESS 'outer'",
      'TIMER CREATED',
      "ELEMENT_ACTIVATED SUB_PROCESS 'outer'",
      "ELEMENT_ACTIVATING SUB_PROCESS 'inner'",
      "ELEMENT_ACTIVATED SUB_PROCESS 'inner'",
      "ELEMENT_ACTIVATING SERVICE_TASK 'deep'",
      'PROCESS_INSTANCE_MODIFICATION MODIFIED',
      "ELEMENT_TERMINATING SERVICE_TASK 'a'",
      'JOB CANCELED',
      "ELEMENT_TERMINATED SERVICE_TASK 'a'",
      'VARIABLE CREATED',
      'JOB CREATED',
      "ELEMENT_ACTIVATED SERVICE_TASK 'deep'",
    ]);
    engine.completeJobs('deep', 'deeper');
    expect(engine.living()).toEqual(['p', 'gateway']);
  });

  it('should complete, not terminate, an instance whose only token is moved to its end', () => {
    // given
    const { engine, instance } = started();

    // when
    modify(engine, instance, { move: [{ from: 'a', to: 'end' }] });

    // then
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should terminate scopes and the instance when nothing is left in them', () => {
    // given
    const { engine, instance } = started();
    modify(engine, instance, { move: [{ from: 'a', to: 'deep' }] });

    // when
    modify(engine, instance, { terminate: ['deep'] });

    // then
    expect(engine.isTerminated(instance)).toBe(true);
    expect(engine.living()).toEqual([]);
  });

  it('should keep a scope in which something else goes on', () => {
    const { engine, instance } = started();
    modify(engine, instance, { activate: [{ element: 'deep' }, { element: 'deeper' }], terminate: ['a'] });
    modify(engine, instance, { terminate: [engine.keyOf('deep')] });
    expect(engine.living()).toEqual(['p', 'outer', 'inner', 'deeper']);
  });

  it('should terminate the whole instance by its own key', () => {
    const { engine, instance } = started();
    modify(engine, instance, { terminate: [instance] });
    expect(engine.isTerminated(instance)).toBe(true);
  });

  it('should set variables in the instance, in opened scopes and in the element before it starts', () => {
    // given
    const { engine, instance } = started();

    // when
    modify(engine, instance, {
      activate: [{ element: 'deep', variables: { '': { g: 1 }, outer: { o: 2 }, deep: { d: 3, mapped: 0 } } }],
    });

    // then
    expect(engine.variables(instance)).toEqual({ key: 'k', g: 1 });
    expect(engine.variables(engine.keyOf('outer'))).toEqual({ o: 2 });
    expect(engine.variables(engine.keyOf('deep'))).toEqual({ d: 3, mapped: 1 });
  });

  it('should open new scopes below a chosen ancestor', () => {
    // given
    const { engine, instance } = started();
    modify(engine, instance, { activate: [{ element: 'deep' }], terminate: ['a'] });
    const outer = engine.keyOf('outer');

    // when
    modify(engine, instance, { activate: [{ element: 'deep', ancestor: outer }] });

    // then
    expect(engine.living()).toEqual(['p', 'outer', 'inner', 'deep', 'inner', 'deep']);
  });

  it('should refuse to guess among several instances of a scope', () => {
    // given
    const { engine, instance } = started();
    modify(engine, instance, { activate: [{ element: 'deep' }], terminate: ['a'] });
    modify(engine, instance, { activate: [{ element: 'deep', ancestor: engine.keyOf('outer') }] });
    const second = engine.keyOf('inner');
    const before = engine.dump();

    // when
    const refused = modify(engine, instance, { activate: [{ element: 'deeper' }] });

    // then
    expect(rejectionOf(refused)).toBe(
      "INVALID_ARGUMENT: Expected to modify instance of process 'p' but it contains one or more activate instructions for an element that has a flow scope with more than one active instance: 'inner'. Can't decide in which instance of the flow scope the element should be activated. Please specify an ancestor element instance key for this activate instruction.",
    );
    expect(engine.dump()).toEqual(before);
    modify(engine, instance, { activate: [{ element: 'deeper', ancestor: second }] });
    const deeper = engine.events(ValueType.PROCESS_INSTANCE).findLast(({ value }) => value.elementId === 'deeper');
    expect(deeper?.value.flowScopeKey).toBe(second);
  });

  it('should move each instance of an element, with its own scope inferred', () => {
    // given
    const { engine, instance } = started();
    modify(engine, instance, { activate: [{ element: 'deep' }], terminate: ['a'] });
    modify(engine, instance, { activate: [{ element: 'deep', ancestor: engine.keyOf('outer') }] });

    // when
    modify(engine, instance, { move: [{ from: 'deep', to: 'deeper', ancestor: 'inferred' }] });

    // then
    expect(engine.living()).toEqual(['p', 'outer', 'inner', 'inner', 'deeper', 'deeper']);
    engine.completeJobs('deeper', 'deeper');
    expect(engine.living()).toEqual(['p', 'gateway']);
  });

  it('should move within the scope of the source', () => {
    const { engine, instance } = started();
    modify(engine, instance, { activate: [{ element: 'deep' }], terminate: ['a'] });
    modify(engine, instance, { move: [{ from: engine.keyOf('deep'), to: 'deeper', ancestor: 'sourceParent' }] });
    expect(engine.living()).toEqual(['p', 'outer', 'inner', 'deeper']);
  });

  it('should start elements again in a scope that an event sub-process had interrupted', () => {
    // given
    const { engine, instance } = started();
    engine.publish('go', 'k');
    expect(engine.living()).toEqual(['p', 'rescue', 'rescuing']);

    // when
    modify(engine, instance, { move: [{ from: 'rescuing', to: 'b' }] });

    // then
    expect(engine.living()).toEqual(['p', 'b']);
    engine.completeJobs('b', 'deep', 'deeper');
    expect(engine.living()).toEqual(['p', 'gateway']);
  });

  it('should resolve the incidents of what it ends', () => {
    const { engine, instance } = started();
    engine.setVariables(instance, { key: null });
    modify(engine, instance, { move: [{ from: 'a', to: 'gateway' }] });
    expect(engine.incidents()).toHaveLength(1);
    modify(engine, instance, { move: [{ from: 'gateway', to: 'b' }] });
    expect(engine.incidents()).toEqual([]);
    expect(engine.living()).toEqual(['p', 'b']);
  });

  it('should start a joining gateway without waiting for tokens', () => {
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'q' },
        startEvent(),
        parallelGateway('fork'),
        serviceTask('x'),
        serviceTask('y'),
        parallelGateway('join'),
        endEvent(),
        ...[
          ['start', 'fork'],
          ['fork', 'x'],
          ['fork', 'y'],
          ['x', 'join'],
          ['y', 'join'],
          ['join', 'end'],
        ].map(([from, to]) => flow(from!, to!)),
      ),
    );
    const instance = engine.create('q');
    modify(engine, instance, { activate: [{ element: 'join' }], terminate: ['x', 'y'] });
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should let a join that is started by hand take along the tokens that wait for it', () => {
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'q' },
        startEvent(),
        parallelGateway('fork'),
        serviceTask('x'),
        serviceTask('y'),
        parallelGateway('join'),
        endEvent(),
        ...[
          ['start', 'fork'],
          ['fork', 'x'],
          ['fork', 'y'],
          ['x', 'join'],
          ['y', 'join'],
          ['join', 'end'],
        ].map(([from, to]) => flow(from!, to!)),
      ),
    );
    const instance = engine.create('q');
    engine.completeJob('x');
    modify(engine, instance, { activate: [{ element: 'join' }], terminate: ['y'] });
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it.each(['a', 'inner'])(
    'should complete when what is started ends before the scope that is left by ending %s',
    (ended) => {
      const engine = startEngine();
      engine.deploy(
        bpmn(
          { id: 'q' },
          startEvent(),
          subProcess('inner', startEvent('s'), serviceTask('a'), flow('s', 'a')),
          endEvent(),
          flow('start', 'inner'),
          flow('inner', 'end'),
        ),
      );
      const instance = engine.create('q');
      modify(engine, instance, { activate: [{ element: 'end' }], terminate: [ended] });
      expect(engine.path(instance).slice(-2)).toEqual(['q COMPLETING', 'q COMPLETED']);
      expect(engine.path(instance)).toContain('inner TERMINATED');
      expect(engine.rejections()).toEqual([]);
    },
  );

  it('should end the instance with what is left of an interrupting event sub-process or of a loop', () => {
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'q', definitions: message('m', 'stop', '="k"') },
        startEvent(),
        multiInstance(serviceTask('x'), { inputCollection: '=[1, 2]', isSequential: true }),
        endEvent(),
        eventSubProcess(
          'late',
          eventSubProcessStart('stopped', messageEvent('m')),
          serviceTask('y'),
          flow('stopped', 'y'),
        ),
        flow('start', 'x'),
        flow('x', 'end'),
      ),
    );
    const looping = engine.create('q');
    modify(engine, looping, { terminate: [engine.keyOf('x')] });
    const interrupted = engine.create('q');
    engine.publish('stop', 'k');
    modify(engine, interrupted, { terminate: [engine.keyOf('y')] });
    expect([engine.isTerminated(looping), engine.isTerminated(interrupted)]).toEqual([true, true]);
    expect(engine.rejections()).toEqual([]);
  });

  it('should end scopes that nothing is left in, in the end the instance', () => {
    const { engine, instance } = started();
    modify(engine, instance, { activate: [{ element: 'deep' }], terminate: ['a'] });
    modify(engine, instance, { terminate: ['deep', 'inner'] });
    expect(engine.isTerminated(instance)).toBe(true);
    expect(engine.rejections()).toEqual([]);
  });

  it.each([
    [{ activate: [{ element: 'nobody' }] }, "with an element that could not be found: 'nobody'"],
    [
      { activate: [{ element: 'start' }] },
      "'start'. The activation of elements with type 'START_EVENT' is not supported.",
    ],
    [
      { activate: [{ element: 'limit' }] },
      "'limit'. The activation of elements with type 'BOUNDARY_EVENT' is not supported.",
    ],
    [
      { activate: [{ element: 'start_a' }] },
      "'start_a'. The activation of elements with type 'SEQUENCE_FLOW' is not supported.",
    ],
    [{ activate: [{ element: 'first' }] }, "'first'. The activation of events belonging to an event-based gateway"],
    [
      { activate: [{ element: 'b', ancestor: 7n as Key }] },
      "an ancestor scope key that does not exist, or is not in an active state: '7'",
    ],
    [
      { activate: [{ element: 'b', variables: { inner: { x: 1 } } }] },
      "a scope element that doesn't belong to the activating element's flow scope",
    ],
    [
      { activate: [{ element: 'b', variables: { nobody: { x: 1 } } }] },
      "scope element id that could not be found: 'nobody'",
    ],
    [{ terminate: [7n as Key] }, "an element instance that could not be found: '7'"],
    [{ terminate: ['nobody'] }, "an element that could not be found: 'nobody'"],
    [{ terminate: ['b'] }, "the element with id 'b' has no active instance"],
    [{ move: [{ from: 'b', to: 'a' }] }, "the element with id 'b' has no active instance"],
    [
      { move: [{ from: 'a', to: 'deep', ancestor: 'sourceParent' as const }], terminate: ['deep'] },
      "'deep' has no active",
    ],
  ])('should refuse %o and change nothing', (modification, reason) => {
    const { engine, instance } = started();
    const before = engine.dump();
    expect(rejectionOf(modify(engine, instance, modification))).toContain(reason);
    expect(engine.dump()).toEqual(before);
  });

  it('should refuse to start anything in an instance that is waiting for its end', () => {
    const engine = startEngine();
    const process = bpmn({ id: 'q' }, startEvent(), serviceTask('x'), endEvent(), flow('start', 'x'), flow('x', 'end'));
    engine.deploy(withProcessListeners(process, 'end bye'));
    const instance = engine.create('q');
    engine.completeJob('x');
    expect(rejectionOf(modify(engine, instance, { activate: [{ element: 'x' }] }))).toContain(
      'it is itself starting or ending',
    );
    engine.completeJob('bye');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should refuse an ancestor that is no scope around the element', () => {
    const { engine, instance } = started();
    modify(engine, instance, { activate: [{ element: 'deep' }] });
    expect(
      rejectionOf(modify(engine, instance, { activate: [{ element: 'b', ancestor: engine.keyOf('inner') }] })),
    ).toContain("of element 'inner' is not an ancestor of element 'b'");
  });

  it('should refuse when a scope cannot listen to its events', () => {
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'q', definitions: message('m', 'go', '=key') },
        startEvent(),
        serviceTask('x'),
        subProcess('sub', startEvent('s'), serviceTask('y'), flow('s', 'y')),
        boundaryEvent('called', 'sub', messageEvent('m')),
        endEvent(),
        flow('start', 'x'),
        flow('x', 'sub'),
        flow('called', 'end'),
      ),
    );
    const instance = engine.create('q');
    const before = engine.dump();
    expect(rejectionOf(modify(engine, instance, { activate: [{ element: 'y' }] }))).toMatch(
      /INVALID_ARGUMENT: .*cannot subscribe to the events of 'sub': .*correlation key/,
    );
    expect(engine.dump()).toEqual(before);
  });

  it('should not let a called instance end behind the back of its caller', () => {
    // given
    const engine = startEngine();
    const called = bpmn({ id: 'c' }, startEvent(), serviceTask('t'), endEvent(), flow('start', 't'), flow('t', 'end'));
    engine.deploy(called);
    engine.deploy(
      bpmn(
        { id: 'q' },
        startEvent(),
        callActivity('call', 'c'),
        endEvent(),
        flow('start', 'call'),
        flow('call', 'end'),
      ),
    );
    const root = engine.create('q');
    const child = engine.keyOf('c');

    // when
    const refused = modify(engine, child, { terminate: ['t'] });

    // then
    expect(rejectionOf(refused)).toMatch(/^INVALID_ARGUMENT: .* the given instructions would terminate the instance/);
    modify(engine, child, { move: [{ from: 't', to: 'end' }] });
    expect(engine.isCompleted(root)).toBe(true);
  });

  it('should not let a called instance end whose other elements are ending already', () => {
    // given
    const engine = startEngine();
    const innermost = bpmn({ id: 'd' }, startEvent(), serviceTask('work'), flow('start', 'work'));
    engine.deploy(withProcessListeners(innermost, 'cancel undo'));
    engine.deploy(
      bpmn({ id: 'c' }, startEvent(), callActivity('t', 'd'), serviceTask('u'), flow('start', 't'), flow('start', 'u')),
    );
    engine.deploy(
      bpmn(
        { id: 'q' },
        startEvent(),
        callActivity('call', 'c'),
        endEvent(),
        flow('start', 'call'),
        flow('call', 'end'),
      ),
    );
    engine.create('q');
    const child = engine.keyOf('c');
    modify(engine, child, { terminate: ['t'] });

    // when: what `t` calls waits for its cancel listener
    const refused = modify(engine, child, { terminate: ['u'] });

    // then
    expect(rejectionOf(refused)).toMatch(/^INVALID_ARGUMENT: .* the given instructions would terminate the instance/);
    expect(engine.living()).toContain('u');
  });

  it('should not let a called instance end with the last item of its loop either', () => {
    // given
    const engine = startEngine();
    const loop = multiInstance(serviceTask('t'), { inputCollection: '=[1]' });
    engine.deploy(bpmn({ id: 'c' }, startEvent(), loop, endEvent(), flow('start', 't'), flow('t', 'end')));
    engine.deploy(
      bpmn(
        { id: 'q' },
        startEvent(),
        callActivity('call', 'c'),
        endEvent(),
        flow('start', 'call'),
        flow('call', 'end'),
      ),
    );
    engine.create('q');
    const item = engine.keyOf('t');

    // when
    const refused = modify(engine, engine.keyOf('c'), { terminate: [item] });

    // then
    expect(rejectionOf(refused)).toMatch(/^INVALID_ARGUMENT: .* the given instructions would terminate the instance/);
    expect(engine.living()).toContain('t');
  });

  it('should refuse instances that are not there', () => {
    const { engine } = started();
    expect(rejectionOf(modify(engine, 7n as Key, { terminate: ['a'] }))).toBe(
      "NOT_FOUND: Expected to modify process instance but no process instance found with key '7'",
    );
    expect(rejectionOf(modify(engine, engine.keyOf('a'), { terminate: ['a'] }))).toMatch(/^NOT_FOUND/);
  });

  it('should tell in its event which scopes it started elements in', () => {
    const { engine, instance } = started();
    modify(engine, instance, { move: [{ from: 'a', to: 'deep' }] });
    const [modified] = engine.events(
      ValueType.PROCESS_INSTANCE_MODIFICATION,
      ProcessInstanceModificationIntent.MODIFIED,
    );
    expect(modified?.value.ancestorScopeKeys).toEqual([engine.keyOf('inner'), engine.keyOf('outer'), instance]);
  });
});

function withProcessListeners(xml: string, ...each: readonly string[]): string {
  const extensions = `<bpmn:extensionElements>${listeners(...each)}</bpmn:extensionElements>`;
  return xml.replace(/(<bpmn:process [^>]*>)/, `$1${extensions}`);
}

import {
  MessageSubscriptionIntent,
  ProcessInstanceCreationIntent,
  ProcessInstanceIntent,
  ProcessInstanceResultIntent,
  ProcessMessageSubscriptionIntent,
  RejectionType,
  TimerIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  catchEvent,
  element,
  endEvent,
  eventBasedGateway,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  input,
  io,
  message,
  messageEvent,
  serviceTask,
  startEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const oneTask = bpmn({}, startEvent(), flow('start', 'task'), serviceTask('task'), flow('task', 'end'), endEvent());

describe('process', () => {
  it('should have its variables before it begins and complete when no path is left', () => {
    // given
    const engine = startEngine();
    engine.deploy(bpmn({}, startEvent(), flow('start', 'a'), flow('start', 'b'), serviceTask('a'), serviceTask('b')));
    const from = engine.records.length;

    // when
    const key = engine.create('process', { x: 1, y: 2 });
    engine.completeJob('b');
    const before = engine.isCompleted(key);
    engine.completeJob('a');

    // then
    expect(engine.trace().slice(from, from + 5)).toEqual([
      'C PROCESS_INSTANCE_CREATION CREATE',
      'E VARIABLE CREATED',
      'E VARIABLE CREATED',
      'E PROCESS_INSTANCE_CREATION CREATED',
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT PROCESS 'process'",
    ]);
    expect(engine.variables(key)).toEqual({ x: 1, y: 2 });
    expect([before, engine.isCompleted(key)]).toEqual([false, true]);
  });

  it('should be created in its latest version, or in the one asked for', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask);
    engine.deploy(oneTask.replace('type="task"', 'type="newer"'));
    const create = (version: number) =>
      engine.send(
        ValueType.PROCESS_INSTANCE_CREATION,
        ProcessInstanceCreationIntent.CREATE,
        engine.creation('process', { version }),
      )?.record;

    // when
    const [latest, first, third] = [create(-1), create(1), create(3)];

    // then
    expect(latest?.value).toMatchObject({ version: 2 });
    expect(first?.value).toMatchObject({ version: 1 });
    expect(third?.rejectionType).toBe(RejectionType.NOT_FOUND);
  });

  it('should refuse to be created without a none start event, leaving nothing', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions: message('m', 'order') },
        element('startEvent', 'start', { body: messageEvent('m') }),
        flow('start', 'end'),
        endEvent(),
      ),
    );
    const before = engine.dump();

    // when
    const answer = engine.send(
      ValueType.PROCESS_INSTANCE_CREATION,
      ProcessInstanceCreationIntent.CREATE,
      engine.creation('process', { with: { x: 1 } }),
    );

    // then
    expect(answer?.record.rejectionType).toBe(RejectionType.INVALID_STATE);
    expect(engine.dump()).toEqual(before);
  });

  it('should answer with its result when that is awaited, just before it is completed', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask);
    const request = engine.createAwaiting('process', { x: 1 });
    const early = engine.answerTo(request);

    // when
    engine.completeJob('task', { y: { z: 2 } });

    // then
    const answer = engine.answerTo(request)?.record;
    expect(early).toBeUndefined();
    expect(answer).toMatchObject({
      valueType: ValueType.PROCESS_INSTANCE_RESULT,
      intent: ProcessInstanceResultIntent.COMPLETED,
    });
    expect(answer?.value).toMatchObject({
      processInstanceKey: engine.keyOf('process'),
      bpmnProcessId: 'process',
      version: 1,
      variables: '{"x":1,"y":{"z":2}}',
    });
    expect(engine.trace().slice(-3)).toEqual([
      "E PROCESS_INSTANCE ELEMENT_COMPLETING PROCESS 'process'",
      'E PROCESS_INSTANCE_RESULT COMPLETED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETED PROCESS 'process'",
    ]);
  });

  it('should answer with only the variables that were asked for, leaving out missing ones', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask);
    const request = engine.createAwaiting('process', { x: 1, y: 2 }, ['y', 'missing']);

    // when
    engine.completeJob('task', { z: 3 });

    // then
    expect(engine.answerTo(request)?.record.value).toMatchObject({ variables: '{"y":2}' });
  });

  it('should give no result when it is canceled', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask);
    const request = engine.createAwaiting('process');

    // when
    engine.cancel(engine.keyOf('process'));

    // then
    expect(engine.answerTo(request)).toBeUndefined();
    expect(engine.events(ValueType.PROCESS_INSTANCE_RESULT)).toEqual([]);
  });
});

/** Two scopes inside each other, each with events of its own. */
const nested = bpmn(
  { definitions: message('m', 'news', '=id') },
  startEvent(),
  flow('start', 'outer'),
  element('subProcess', 'outer', {
    extensions: io(input('="mapped"', 'fromOuter')),
    body: [
      startEvent('outerStart'),
      flow('outerStart', 'inner'),
      element('subProcess', 'inner', {
        body: [
          startEvent('innerStart'),
          flow('innerStart', 'work'),
          serviceTask('work'),
          flow('work', 'more'),
          serviceTask('more'),
        ].join(''),
      }),
      boundaryEvent('late', 'inner', timerEvent('timeDuration', 'PT1M')),
      flow('late', 'innerLate'),
      endEvent('innerLate'),
      eventSubProcess(
        'aside',
        eventSubProcessStart('told', messageEvent('m'), { interrupting: false }),
        flow('told', 'heard'),
        serviceTask('heard'),
      ),
    ].join(''),
  }),
  flow('outer', 'race'),
  eventBasedGateway('race'),
  flow('race', 'tick'),
  flow('race', 'tock'),
  catchEvent('tick', timerEvent('timeDuration', 'PT1M')),
  catchEvent('tock', timerEvent('timeDuration', 'PT2M')),
);

function createAt(engine: TestEngine, elementIds: readonly string[], variables: object = { id: 'x' }) {
  return engine.send(
    ValueType.PROCESS_INSTANCE_CREATION,
    ProcessInstanceCreationIntent.CREATE,
    engine.creation('process', { with: variables, startInstructions: [...elementIds] }),
  )?.record;
}

describe('start instructions', () => {
  it('should open the scopes around an element, without start events and input mappings, each event once', () => {
    // given
    const engine = startEngine();
    engine.deploy(nested);

    // when
    const key = createAt(engine, ['work'])!.key;

    // then
    expect(engine.path(key)).toEqual([
      'process ACTIVATING',
      'process ACTIVATED',
      'outer ACTIVATING',
      'outer ACTIVATED',
      'inner ACTIVATING',
      'inner ACTIVATED',
      'work ACTIVATING',
      'work ACTIVATED',
    ]);
    expect(engine.variables(engine.keyOf('outer'))).toEqual({});
    expect(engine.events(ValueType.TIMER, TimerIntent.CREATED)).toHaveLength(1);
    expect(
      engine.events(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, ProcessMessageSubscriptionIntent.CREATED),
    ).toHaveLength(1);

    // when
    engine.completeJobs('work', 'more');

    // then
    expect(engine.living()).toEqual(['process', 'race']);
    engine.advance(60_000);
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.DELETED)).toHaveLength(1);
  });

  it('should share the scopes among several elements', () => {
    // given
    const engine = startEngine();
    engine.deploy(nested);

    // when
    const key = createAt(engine, ['work', 'more', 'inner', 'race'])!.key;

    // then
    expect(engine.living().sort()).toEqual(
      ['inner', 'inner', 'more', 'outer', 'process', 'race', 'work', 'work'].sort(),
    );
    expect(
      engine
        .events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATED)
        .filter(({ value }) => value.elementId === 'outer'),
    ).toHaveLength(1);
    engine.cancel(key);
  });

  it('should let the events of the opened scopes happen', () => {
    // given
    const engine = startEngine();
    engine.deploy(nested);
    const key = createAt(engine, ['more'])!.key;

    // when
    engine.publish('news', 'x');
    engine.advance(60_000);

    // then
    expect(engine.living()).toEqual(['process', 'outer', 'aside', 'heard']);
    engine.completeJob('heard');
    engine.advance(60_000);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it.each([
    ['an unknown element', 'nowhere', "no element found with id 'nowhere'"],
    ['a start event', 'innerStart', "'innerStart' targets unsupported element type 'START_EVENT'"],
    ['a boundary event', 'late', "'late' targets unsupported element type 'BOUNDARY_EVENT'"],
    ['a sequence flow', 'work_more', "'work_more' targets unsupported element type 'SEQUENCE_FLOW'"],
    ['the process', 'process', "'process' targets unsupported element type 'PROCESS'"],
    ['an event sub-process', 'aside', "'aside' targets unsupported element type 'EVENT_SUB_PROCESS'"],
    ['an event behind an event-based gateway', 'tick', "'tick' belongs to an event-based gateway"],
  ])('should be refused whole at %s', (_what, elementId, reason) => {
    // given
    const engine = startEngine();
    engine.deploy(nested);
    const before = engine.dump();

    // when
    const rejection = createAt(engine, ['work', elementId]);

    // then
    expect(rejection?.rejectionType).toBe(RejectionType.INVALID_ARGUMENT);
    expect(rejection?.rejectionReason).toContain(reason);
    expect(engine.dump()).toEqual(before);
    expect(engine.events(ValueType.PROCESS_INSTANCE)).toEqual([]);
    expect(engine.events(ValueType.VARIABLE)).toEqual([]);
  });

  it('should be refused whole when an event of a scope cannot be opened', () => {
    // given
    const engine = startEngine();
    engine.deploy(nested);
    const before = engine.dump();

    // when
    const rejection = createAt(engine, ['work'], {});

    // then
    expect(rejection?.rejectionType).toBe(RejectionType.INVALID_ARGUMENT);
    expect(rejection?.rejectionReason).toContain("'outer'");
    expect(engine.dump()).toEqual(before);
  });
});

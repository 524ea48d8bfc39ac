import { NO_KEY, ProcessInstanceCreationIntent, type ProcessInstanceCreationValue, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  catchEvent,
  endEvent,
  eventBasedGateway,
  flow,
  message,
  messageEvent,
  serviceTask,
  startEvent,
  subProcess,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { answersOf, rejectionOf, traceOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const oneTask = (task = 'task') =>
  bpmn({ id: 'p' }, startEvent(), serviceTask(task), endEvent(), flow('start', task), flow(task, 'end'));

function create(engine: TestEngine, changes: Partial<ProcessInstanceCreationValue> = {}) {
  return engine.send(
    ValueType.PROCESS_INSTANCE_CREATION,
    ProcessInstanceCreationIntent.CREATE,
    engine.creation('p', changes),
  );
}

function deployed(xml = oneTask()): TestEngine {
  const engine = startEngine();
  engine.deploy({ name: 'p.bpmn', xml });
  return engine;
}

describe('PROCESS_INSTANCE_CREATION CREATE', () => {
  it('should write the variables first, answer with the key, and run to the first wait', () => {
    // given
    const engine = deployed();

    // when
    let answers: ReturnType<typeof answersOf> = [];
    const trace = traceOf(engine, () => {
      answers = answersOf(engine, () => create(engine, { variables: '{"a":1}', tags: ['blue'], businessId: 'b-1' }));
    });

    // then
    expect(trace).toEqual([
      'C PROCESS_INSTANCE_CREATION CREATE',
      'E VARIABLE CREATED',
      'E PROCESS_INSTANCE_CREATION CREATED',
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT PROCESS 'p'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING PROCESS 'p'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED PROCESS 'p'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT START_EVENT 'start'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING START_EVENT 'start'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED START_EVENT 'start'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT START_EVENT 'start'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING START_EVENT 'start'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED START_EVENT 'start'",
      "E PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'start_task'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT SERVICE_TASK 'task'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING SERVICE_TASK 'task'",
      'E JOB CREATED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED SERVICE_TASK 'task'",
    ]);
    const instance = engine.keyOf('p');
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      intent: ProcessInstanceCreationIntent.CREATED,
      key: instance,
      value: { bpmnProcessId: 'p', version: 1, processInstanceKey: instance, tags: ['blue'], businessId: 'b-1' },
    });
    expect(engine.events(ValueType.VARIABLE)[0]?.value).toMatchObject({
      scopeKey: instance,
      processInstanceKey: instance,
    });
    expect(engine.activate('task')).toMatchObject([{ tags: ['blue'], businessId: 'b-1' }]);
    expect(engine.events(ValueType.PROCESS_INSTANCE)[0]?.value).toMatchObject({
      flowScopeKey: NO_KEY,
      parentProcessInstanceKey: NO_KEY,
      rootProcessInstanceKey: instance,
    });
  });

  it('should take the latest version, the one asked for, or the definition named by key', () => {
    // given
    const engine = deployed(oneTask('older'));
    engine.deploy({ name: 'p.bpmn', xml: oneTask('newer') });
    const [first] = engine.events(ValueType.PROCESS);

    // when
    const chosen = [
      create(engine),
      create(engine, { version: 1 }),
      create(engine, { version: 2 }),
      create(engine, { bpmnProcessId: '', processDefinitionKey: first!.key }),
    ].map((answer) => answer !== undefined && 'version' in answer.record.value && answer.record.value.version);

    // then
    expect(chosen).toEqual([2, 1, 2, 1]);
  });

  it('should refuse definitions that are not there', () => {
    const engine = deployed();
    const { key } = engine.events(ValueType.PROCESS)[0]!;
    expect(rejectionOf(create(engine, { bpmnProcessId: 'q' }))).toBe(
      "NOT_FOUND: Expected to find process definition with process ID 'q', but none found",
    );
    expect(rejectionOf(create(engine, { version: 7 }))).toBe(
      "NOT_FOUND: Expected to find process definition with process ID 'p' and version '7', but none found",
    );
    expect(rejectionOf(create(engine, { bpmnProcessId: '', processDefinitionKey: 7n as never }))).toBe(
      "NOT_FOUND: Expected to find process definition with key '7', but none found",
    );
    expect(rejectionOf(create(engine, { bpmnProcessId: '' }))).toBe(
      'INVALID_ARGUMENT: Expected at least a bpmnProcessId or a key greater than -1, but none given',
    );
    expect(rejectionOf(create(engine, { tenantId: 'other' }))).toMatch(/^NOT_FOUND: /);
    expect(rejectionOf(create(engine, { bpmnProcessId: '', processDefinitionKey: key, tenantId: 'other' }))).toMatch(
      /^NOT_FOUND: /,
    );
  });

  it('should refuse a process without a none start event', () => {
    const engine = deployed(
      bpmn(
        { id: 'p', definitions: message('m', 'paid') },
        startEvent('start', messageEvent('m')),
        endEvent(),
        flow('start', 'end'),
      ),
    );
    expect(rejectionOf(create(engine))).toBe(
      'INVALID_STATE: Expected to create instance of process with none start event, but there is no such event',
    );
  });

  it.each([
    [{ variables: '[]' }, 'Expected variables to be a JSON object, but it is not: Expected a JSON object at offset 0'],
    [{ tags: Array.from({ length: 11 }, (_, index) => `t${index}`) }, 'Expected at most 10 tags, but got 11'],
    [
      { tags: ['ok', '1st'] },
      "Expected tags to begin with a letter and to hold at most 100 letters, digits and '_-:.', but got '1st'",
    ],
    [
      { tags: ['a'.repeat(101)] },
      `Expected tags to begin with a letter and to hold at most 100 letters, digits and '_-:.', but got '${'a'.repeat(101)}'`,
    ],
    [{ businessId: 'b'.repeat(257) }, 'Expected a business id of at most 256 characters, but got 257'],
  ])('should refuse %j', (changes, reason) => {
    const engine = deployed();
    const before = engine.dump();
    expect(rejectionOf(create(engine, changes))).toBe(`INVALID_ARGUMENT: ${reason}`);
    expect(engine.dump()).toEqual(before);
  });

  it('should accept as much as the limits allow', () => {
    const engine = deployed();
    const tags = Array.from({ length: 10 }, (_, index) => `t${index}`.padEnd(100, '.'));
    expect(create(engine, { tags, businessId: 'b'.repeat(256) })?.record.key).toBe(engine.keyOf('p'));
  });
});

describe('PROCESS_INSTANCE_CREATION CREATE with start instructions', () => {
  const nested = bpmn(
    { id: 'p', definitions: message('m', 'paid', '=key') },
    startEvent(),
    subProcess(
      'sub',
      startEvent('subStart'),
      serviceTask('inner'),
      endEvent('subEnd'),
      flow('subStart', 'inner'),
      flow('inner', 'subEnd'),
    ),
    boundaryEvent('limit', 'sub', timerEvent('timeDuration', 'PT1H')),
    eventBasedGateway('gateway'),
    catchEvent('first', messageEvent('m')),
    catchEvent('second', timerEvent('timeDuration', 'PT1S')),
    endEvent(),
    flow('start', 'sub'),
    flow('sub', 'gateway'),
    flow('gateway', 'first'),
    flow('gateway', 'second'),
    flow('first', 'end'),
    flow('second', 'end'),
    flow('limit', 'end'),
  );

  it('should open the scopes around the element without their start events', () => {
    // given
    const engine = deployed(nested);

    // when
    create(engine, { startInstructions: ['inner'] });

    // then
    expect(engine.path()).toEqual([
      'p ACTIVATING',
      'p ACTIVATED',
      'sub ACTIVATING',
      'sub ACTIVATED',
      'inner ACTIVATING',
      'inner ACTIVATED',
    ]);
    expect(engine.events(ValueType.TIMER)).toHaveLength(1);
    engine.completeJob('inner');
    expect(engine.living()).toEqual(['p', 'gateway']);
  });

  it('should open a scope once for several elements in it', () => {
    const engine = deployed(nested);
    create(engine, { startInstructions: ['inner', 'inner', 'gateway'], variables: '{"key":"k"}' });
    expect(engine.living()).toEqual(['p', 'sub', 'inner', 'inner', 'gateway']);
  });

  it.each([
    ['unknown', "no element found with id 'unknown'."],
    ['start', "the element with id 'start' targets unsupported element type 'START_EVENT'."],
    ['limit', "the element with id 'limit' targets unsupported element type 'BOUNDARY_EVENT'."],
    ['start_sub', "the element with id 'start_sub' targets unsupported element type 'SEQUENCE_FLOW'."],
    ['p', "the element with id 'p' targets unsupported element type 'PROCESS'."],
    ['first', "the element with id 'first' belongs to an event-based gateway."],
  ])('should refuse to start at %s, and leave nothing of the instance', (id, reason) => {
    // given
    const engine = deployed(nested);
    const before = engine.dump();

    // when
    create(engine, { startInstructions: ['inner', id] });

    // then
    const [rejection] = engine.rejections();
    expect(rejection?.rejectionReason).toContain(reason);
    expect(engine.dump()).toEqual(before);
  });

  it('should answer the client whose instructions are refused', () => {
    const engine = deployed(nested);
    expect(rejectionOf(create(engine, { startInstructions: ['unknown'] }))).toMatch(
      /^INVALID_ARGUMENT: Expected to create instance of process with start instructions but /,
    );
  });
});

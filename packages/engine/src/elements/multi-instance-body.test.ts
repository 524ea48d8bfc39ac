import {
  BpmnElementType,
  IncidentErrorType,
  IncidentIntent,
  JobIntent,
  jobCommandValue,
  type Key,
  MultiInstanceIntent,
  ProcessInstanceBatchIntent,
  ProcessInstanceCreationIntent,
  ProcessInstanceIntent,
  UserTaskIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  callActivity,
  conditionalEvent,
  endEvent,
  error,
  errorEvent,
  escalation,
  escalationEvent,
  flow,
  input,
  io,
  type Loop,
  message,
  messageEvent,
  multiInstance,
  output,
  receiveTask,
  scriptTask,
  serviceTask,
  startEvent,
  subProcess,
  terminateEvent,
  throwEvent,
  userTask,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import type { TestEngine } from '../../test/test-engine.ts';
import type { EngineLimits } from '../limits.ts';
import { createEngineState } from '../state/engine-state.ts';

const { ELEMENT_ACTIVATING, ELEMENT_ACTIVATED, ELEMENT_COMPLETED, ELEMENT_TERMINATED } = ProcessInstanceIntent;

const ITEMS: Loop = { inputCollection: '=items', inputElement: 'item' };
const RESULTS: Loop = { ...ITEMS, outputCollection: 'results', outputElement: '=result' };

/** start → the activity in a loop → end, deployed as process `p`. */
function deployLoop(activity: string, loop: Loop, options: { beside?: string[]; definitions?: string } = {}) {
  return deployLoopWith({}, activity, loop, options);
}

function deployLoopWith(
  limits: Partial<EngineLimits>,
  activity: string,
  loop: Loop,
  { beside = [], definitions = '' }: { beside?: string[]; definitions?: string } = {},
) {
  const engine = startEngine({ limits });
  engine.deploy(
    bpmn(
      { id: 'p', definitions },
      startEvent(),
      multiInstance(activity, loop),
      endEvent(),
      flow('start', 'loop'),
      flow('loop', 'end'),
      ...beside,
    ),
  );
  return engine;
}

const task = (extensions?: string) =>
  serviceTask('loop', { type: 'work', ...(extensions !== undefined && { io: extensions }) });

function bodyOf(engine: TestEngine): Key {
  const [body] = engine
    .events(ValueType.PROCESS_INSTANCE, ELEMENT_ACTIVATING)
    .filter(({ value }) => value.bpmnElementType === BpmnElementType.MULTI_INSTANCE_BODY)
    .slice(-1);
  return body!.key;
}

/** Inner instances that got so far, in this order. */
function inner(engine: TestEngine, intent: number) {
  return engine.events(ValueType.PROCESS_INSTANCE, intent).filter(({ value }) => value.loopCounter > 0);
}

function complete(engine: TestEngine, jobKey: Key, variables: object = {}): void {
  engine.job(JobIntent.COMPLETE, jobKey, { variables: JSON.stringify(variables) });
}

const range = (length: number) => Array.from({ length }, (_, index) => index + 1);

describe('a parallel multi-instance activity', () => {
  it('should run the activity once per item, all at once, inside a body', () => {
    // given
    const engine = deployLoop(task(), ITEMS);
    // when
    const instance = engine.create('p', { items: ['a', 'b', 'c'] });
    // then
    const body = bodyOf(engine);
    const started = inner(engine, ELEMENT_ACTIVATED);
    expect(started.map(({ value }) => value.loopCounter)).toEqual([1, 2, 3]);
    expect(started.map(({ value }) => value.bpmnElementType)).toEqual(Array(3).fill(BpmnElementType.SERVICE_TASK));
    expect(started.every(({ value }) => value.flowScopeKey === body)).toBe(true);
    expect(started.map(({ key }) => engine.variables(key))).toEqual([
      { item: 'a', loopCounter: 1 },
      { item: 'b', loopCounter: 2 },
      { item: 'c', loopCounter: 3 },
    ]);
    // when
    engine.completeJobs('work', 'work', 'work');
    // then
    expect(engine.completed(instance)).toEqual(['start', 'loop', 'loop', 'loop', 'loop', 'end', 'p']);
  });

  it('should collect outputs in the order of the items, whatever order they come in', () => {
    // given
    const engine = deployLoop(task(), RESULTS);
    const instance = engine.create('p', { items: [1, 2, 3] });
    const jobs = engine.activate('work');
    // when
    for (const [index, { jobKey }] of [...jobs.entries()].reverse()) complete(engine, jobKey, { result: index * 10 });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance)).toEqual({ items: [1, 2, 3], results: [0, 10, 20] });
  });

  it('should keep what one item gives away from the others', () => {
    // given
    const engine = deployLoop(task(io(output('=answer', 'mapped'))), { ...RESULTS, outputElement: '=mapped' });
    const instance = engine.create('p', { items: [1, 2] });
    const [first, second] = engine.activate('work');
    // when
    complete(engine, first!.jobKey, { answer: 'one', other: 1 });
    complete(engine, second!.jobKey, { answer: 'two', other: 2 });
    // then
    expect(engine.variables(instance)).toEqual({ items: [1, 2], results: ['one', 'two'] });
  });

  it('should evaluate mappings of the activity for each item', () => {
    // given
    const engine = deployLoop(task(io(input('=item * 2', 'doubled'))), ITEMS);
    // when
    engine.create('p', { items: [1, 2] });
    // then
    const started = inner(engine, ELEMENT_ACTIVATED);
    expect(started.map(({ key }) => engine.variables(key).doubled)).toEqual([2, 4]);
  });

  it('should give the output element a local variable only where it is one of its own', () => {
    const locals = (loop: Partial<Loop>) => {
      const engine = deployLoop(task(), { ...RESULTS, ...loop });
      engine.create('p', { items: ['x'] });
      return engine.variables(inner(engine, ELEMENT_ACTIVATED)[0]!.key);
    };
    expect(locals({ outputElement: '=result' })).toEqual({ item: 'x', result: null, loopCounter: 1 });
    expect(locals({ outputElement: '=result.code' })).toEqual({ item: 'x', result: null, loopCounter: 1 });
    expect(locals({ outputElement: '=item' })).toEqual({ item: 'x', loopCounter: 1 });
    expect(locals({ outputElement: '=loopCounter' })).toEqual({ item: 'x', loopCounter: 1 });
    expect(locals({ outputElement: '=result + 1' })).toEqual({ item: 'x', loopCounter: 1 });
    expect(locals({ outputElement: '=null' })).toEqual({ item: 'x', loopCounter: 1 });
  });

  it('should pass over an empty list and still hand on its empty output', () => {
    // given
    const engine = deployLoop(task(), RESULTS);
    // when
    const instance = engine.create('p', { items: [] });
    // then
    expect(engine.completed(instance)).toEqual(['start', 'loop', 'end', 'p']);
    expect(engine.variables(instance)).toEqual({ items: [], results: [] });
  });

  it('should write what the loop goes through once', () => {
    // given
    const engine = deployLoop(task(), ITEMS);
    // when
    engine.create('p', { items: [{ a: 1 }, 'b', null, 12345678901234567890n.toString()] });
    // then
    const [evaluated] = engine.events(ValueType.MULTI_INSTANCE, MultiInstanceIntent.INPUT_COLLECTION_EVALUATED);
    expect(evaluated?.value).toMatchObject({
      elementInstanceKey: bodyOf(engine),
      inputCollection: ['{"a":1}', '"b"', 'null', '"12345678901234567890"'],
    });
  });

  it.each([
    ['=items', { items: 'no list' }, "Expected result of the expression 'items' to be 'ARRAY', but was 'STRING'."],
    ['=missing', {}, "Expected result of the expression 'missing' to be 'ARRAY', but was 'NULL'."],
  ])('should stop with an incident on the body when %s is no list', (inputCollection, variables, text) => {
    // given
    const engine = deployLoop(task(), { ...ITEMS, inputCollection });
    // when
    const instance = engine.create('p', variables);
    // then
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
      elementInstanceKey: bodyOf(engine),
      elementId: 'loop',
    });
    expect(incident?.value.errorMessage).toContain(text);
    // when
    engine.setVariables(instance, { items: [1], missing: [1] });
    engine.resolve(incident!.key);
    engine.completeJob('work');
    // then
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should complete once with a condition that holds, and end what is left', () => {
    // given
    const engine = deployLoop(task(), { ...RESULTS, completionCondition: '=numberOfCompletedInstances >= 2' });
    const instance = engine.create('p', { items: [1, 2, 3, 4], numberOfCompletedInstances: 100 });
    // when
    const [, second, , fourth] = engine.activate('work');
    complete(engine, second!.jobKey, { result: 'two' });
    expect(engine.isCompleted(instance)).toBe(false);
    complete(engine, fourth!.jobKey, { result: 'four' });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(inner(engine, ELEMENT_COMPLETED).map(({ value }) => value.loopCounter)).toEqual([2, 4]);
    expect(inner(engine, ELEMENT_TERMINATED).map(({ value }) => value.loopCounter)).toEqual([1, 3]);
    expect(engine.variables(instance).results).toEqual([null, 'two', null, 'four']);
  });

  it('should let the condition count instances', () => {
    // given
    const engine = deployLoop(task(), {
      ...RESULTS,
      outputElement: '=1',
      completionCondition:
        '=assert([numberOfInstances, numberOfActiveInstances, numberOfCompletedInstances, numberOfTerminatedInstances], false)',
    });
    engine.create('p', { items: [1, 2, 3], numberOfInstances: 'shadowed' });
    // when
    engine.completeJob('work');
    // then
    const [incident] = engine.incidents();
    expect(incident?.value.errorMessage).toContain('Assertion failure');
    expect(incident?.value.elementInstanceKey).toBe(inner(engine, ELEMENT_ACTIVATING)[0]!.key);
    expect(engine.isCompleted(bodyOf(engine))).toBe(false);
  });

  it.each([
    ['=numberOfInstances = 3', true],
    ['=numberOfActiveInstances = 2', true],
    ['=numberOfCompletedInstances = 1', true],
    ['=numberOfTerminatedInstances = 0', true],
    ['=loopCounter = 1 and item = "a"', true],
    ['=results[1] = "x" and results[2] = null', true],
    ['=numberOfActiveInstances = 3', false],
  ])('should see %s after the first of three instances', (completionCondition, isFulfilled) => {
    // given
    const engine = deployLoop(task(), { ...RESULTS, completionCondition });
    const instance = engine.create('p', { items: ['a', 'b', 'c'] });
    // when
    const [first] = engine.activate('work');
    complete(engine, first!.jobKey, { result: 'x' });
    // then
    expect(engine.isCompleted(instance)).toBe(isFulfilled);
  });

  it('should stop an inner instance when the condition gives no boolean, and go on when it does', () => {
    // given
    const engine = deployLoop(task(), { ...RESULTS, completionCondition: '=done' });
    const instance = engine.create('p', { items: [1, 2] });
    // when
    engine.completeJob('work', { result: 'one' });
    // then
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.EXTRACT_VALUE_ERROR });
    expect(incident?.value.errorMessage).toContain(
      "Expected result of the expression 'done' to be 'BOOLEAN', but was 'NULL'.",
    );
    expect(engine.events(ValueType.MULTI_INSTANCE, MultiInstanceIntent.OUTPUT_ELEMENT_COLLECTED)).toEqual([]);
    // when
    engine.setVariables(instance, { done: true });
    engine.resolve(incident!.key);
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance).results).toEqual(['one', null]);
  });

  it('should refuse what an instance does after the condition held', () => {
    // given: termination in chunks of one, and a second job completed in the same moment
    const engine = deployLoopWith({ followUpCommandsMax: 1, terminateChunkMax: 1 }, task(), {
      ...RESULTS,
      completionCondition: '=true',
    });
    const instance = engine.create('p', { items: [1, 2, 3] });
    const [first, second] = engine.activate('work');
    // when
    engine.submit(ValueType.JOB, JobIntent.COMPLETE, jobCommandValue({ variables: '{"result":1}' }), first!.jobKey);
    engine.submit(ValueType.JOB, JobIntent.COMPLETE, jobCommandValue({ variables: '{"result":2}' }), second!.jobKey);
    engine.settle();
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(inner(engine, ELEMENT_COMPLETED)).toHaveLength(1);
    expect(engine.variables(instance).results).toEqual([1, null, null]);
  });

  it('should show the outputs collected so far to whoever asks for the list', () => {
    // given
    const engine = deployLoop(task(), { ...RESULTS, isSequential: true });
    engine.create('p', { items: [1, 2, 3] });
    engine.completeJob('work', { result: 'one' });
    // when
    const [all] = engine.activate('work', 1);
    // then
    expect(JSON.parse(all!.variables)).toMatchObject({ results: ['one', null, null] });
  });

  describe('whose output collection somebody else writes to', () => {
    it('should go on with the list that was written', () => {
      // given
      const engine = deployLoop(task(), RESULTS);
      const instance = engine.create('p', { items: [1, 2] });
      const [first, second] = engine.activate('work');
      complete(engine, first!.jobKey, { result: 'one' });
      // when
      engine.setVariables(bodyOf(engine), { results: ['x', 'y', 'z'] }, true);
      complete(engine, second!.jobKey, { result: 'two' });
      // then
      expect(engine.variables(instance).results).toEqual(['x', 'two', 'z']);
    });

    it.each([
      ['no list', 'type of the output collection is: STRING'],
      [['too short'], 'at position 2 because the size of the collection is: 1'],
    ])('should stop with an incident at %j', (written, text) => {
      // given
      const engine = deployLoop(task(), RESULTS);
      const instance = engine.create('p', { items: [1, 2] });
      const body = bodyOf(engine);
      const [first, second] = engine.activate('work');
      complete(engine, first!.jobKey, { result: 'one' });
      // when
      engine.setVariables(body, { results: written }, true);
      complete(engine, second!.jobKey, { result: 'two' });
      // then
      const [incident] = engine.incidents();
      expect(incident?.value).toMatchObject({
        errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
        variableScopeKey: body,
      });
      expect(incident?.value.errorMessage).toContain(text);
      // when
      engine.setVariables(body, { results: [null, null] }, true);
      engine.resolve(incident!.key);
      // then
      expect(engine.variables(instance).results).toEqual([null, 'two']);
    });

    it('should not take the same list for no change', () => {
      // given
      const engine = deployLoop(task(), RESULTS);
      const instance = engine.create('p', { items: [1, 2] });
      const [first, second] = engine.activate('work');
      complete(engine, first!.jobKey, { result: 'one' });
      // when
      engine.setVariables(bodyOf(engine), { results: [null, null] }, true);
      complete(engine, second!.jobKey, { result: 'two' });
      // then
      expect(engine.variables(instance).results).toEqual([null, 'two']);
    });
  });

  it('should stop an instance whose output makes the list too long', () => {
    // given
    const engine = deployLoopWith({ outputCollectionLengthMax: 20 }, task(), RESULTS);
    const instance = engine.create('p', { items: [1, 2] });
    engine.completeJob('work', { result: 'a'.repeat(14) });
    // when
    engine.completeJob('work', { result: 'b'.repeat(3) });
    // then
    const [incident] = engine.incidents();
    expect(incident?.value.errorType).toBe(IncidentErrorType.MESSAGE_SIZE_EXCEEDED);
    expect(incident?.value.errorMessage).toContain("Expected the output collection 'results'");
    // when
    engine.setVariables(incident!.value.elementInstanceKey, { result: 1 }, true);
    engine.resolve(incident!.key);
    // then
    expect(engine.variables(instance).results).toEqual(['a'.repeat(14), 1]);
  });

  it('should collect into an output collection of the same name as its input', () => {
    // given
    const engine = deployLoop(task(), { ...RESULTS, outputCollection: 'items', completionCondition: '=items[1] = 7' });
    const instance = engine.create('p', { items: [1, 2, 3] });
    const [first, second] = engine.activate('work');
    // when
    complete(engine, second!.jobKey, { result: 5 });
    complete(engine, first!.jobKey, { result: 7 });
    // then
    expect(engine.variables(instance).items).toEqual([7, 5, null]);
  });
});

describe('a sequential multi-instance activity', () => {
  it('should start the next item when one is done', () => {
    // given
    const engine = deployLoop(task(), { ...RESULTS, isSequential: true });
    const instance = engine.create('p', { items: ['a', 'b'] });
    // when, then
    expect(inner(engine, ELEMENT_ACTIVATED)).toHaveLength(1);
    engine.completeJob('work', { result: 1 });
    expect(inner(engine, ELEMENT_ACTIVATED)).toHaveLength(2);
    expect(engine.isCompleted(instance)).toBe(false);
    engine.completeJob('work', { result: 2 });
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance).results).toEqual([1, 2]);
  });

  it('should go through the list as it was when the loop began', () => {
    // given
    const engine = deployLoop(scriptTask('loop', '=append(items, item)', 'items'), {
      ...RESULTS,
      outputElement: '=item',
      isSequential: true,
    });
    // when
    const instance = engine.create('p', { items: ['a', 'b', 'c'] });
    // then
    expect(engine.variables(instance).results).toEqual(['a', 'b', 'c']);
    expect(engine.variables(instance).items).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });

  it('should never start what comes behind a condition that holds', () => {
    // given
    const engine = deployLoop(task(), {
      ...RESULTS,
      isSequential: true,
      completionCondition: '=numberOfCompletedInstances = 2',
    });
    const instance = engine.create('p', { items: [1, 2, 3, 4, 5] });
    // when
    engine.completeJob('work', { result: 1 });
    engine.completeJob('work', { result: 2 });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(inner(engine, ELEMENT_ACTIVATING)).toHaveLength(2);
    expect(engine.variables(instance).results).toEqual([1, 2, null, null, null]);
  });

  it('should run thousands of items that need nobody, without ever calling itself', () => {
    // given
    const engine = deployLoop(scriptTask('loop', '=item + 1', 'result'), { ...RESULTS, isSequential: true });
    const items = range(3000);
    // when
    const instance = engine.create('p', { items });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance).results).toEqual(items.map((item) => item + 1));
  });
});

describe('a multi-instance body', () => {
  it('should own the boundary events and end all instances when one interrupts', () => {
    // given
    const engine = deployLoop(task(), RESULTS, {
      beside: [boundaryEvent('stop', 'loop', messageEvent('m')), endEvent('stopped'), flow('stop', 'stopped')],
      definitions: message('m', 'stop', '="key"'),
    });
    const instance = engine.create('p', { items: [1, 2, 3] });
    engine.completeJob('work', { result: 1 });
    // when
    engine.publish('stop', 'key');
    // then
    expect(engine.completed(instance)).toEqual(['start', 'loop', 'stop', 'stopped', 'p']);
    expect(inner(engine, ELEMENT_TERMINATED)).toHaveLength(2);
    expect(engine.variables(instance)).toEqual({ items: [1, 2, 3] });
  });

  it('should catch an error that an instance throws', () => {
    // given
    const engine = deployLoop(task(), ITEMS, {
      beside: [boundaryEvent('caught', 'loop', errorEvent('e'))],
      definitions: error('e', 'broken'),
    });
    const instance = engine.create('p', { items: [1, 2] });
    const [first] = engine.activate('work');
    // when
    engine.job(JobIntent.THROW_ERROR, first!.jobKey, { errorCode: 'broken' });
    // then
    expect(engine.completed(instance)).toEqual(['start', 'caught', 'p']);
  });

  it.each([
    [true, ['start', 's', 's', 'raised', 'p']],
    [false, ['start', 's', 's', 'up', 'raised', 'up', 'raised', 'loop', 'loop', 'loop', 'end', 'p']],
  ])('should catch an escalation of an instance, interrupting: %s', (interrupting, completed) => {
    // given
    const engine = deployLoop(
      subProcess('loop', startEvent('s'), throwEvent('up', escalationEvent('x')), flow('s', 'up')),
      { inputCollection: '=[1, 2]' },
      {
        beside: [boundaryEvent('raised', 'loop', escalationEvent('x'), { interrupting })],
        definitions: escalation('x', 'higher'),
      },
    );
    // when
    const instance = engine.create('p');
    // then
    expect(engine.completed(instance).toSorted()).toEqual(completed.toSorted());
    expect(engine.living()).toEqual([]);
  });

  it('should run user tasks, each with its item', () => {
    // given
    const engine = deployLoop(userTask('loop', { assignment: 'assignee="=item"' }), ITEMS);
    const instance = engine.create('p', { items: ['ann', 'bob'] });
    // when
    const tasks = engine.events(ValueType.USER_TASK, UserTaskIntent.ASSIGNED);
    // then
    expect(tasks.map(({ value }) => value.assignee)).toEqual(['ann', 'bob']);
    engine.cancel(instance);
    expect(engine.living()).toEqual([]);
  });

  it('should let a condition on its boundary see the outputs as they come', () => {
    // given
    const engine = deployLoop(task(), RESULTS, {
      beside: [boundaryEvent('enough', 'loop', conditionalEvent('=count(results[item != null]) = 2'))],
    });
    const instance = engine.create('p', { items: [1, 2, 3, 4] });
    // when
    engine.completeJob('work', { result: 1 });
    expect(engine.living()).toContain('loop');
    engine.completeJob('work', { result: 2 });
    // then
    expect(engine.completed(instance)).toEqual(['start', 'loop', 'loop', 'enough', 'p']);
  });

  it('should go on beside a boundary event that does not interrupt', () => {
    // given
    const engine = deployLoop(task(), ITEMS, {
      beside: [boundaryEvent('note', 'loop', messageEvent('m'), { interrupting: false })],
      definitions: message('m', 'note', '="key"'),
    });
    const instance = engine.create('p', { items: [1, 2] });
    // when
    engine.publish('note', 'key');
    engine.completeJobs('work', 'work');
    // then
    expect(engine.completed(instance)).toEqual(['start', 'note', 'loop', 'loop', 'loop', 'end', 'p']);
  });

  it('should leave nothing behind when its process is cancelled', () => {
    // given
    const engine = deployLoop(task(), RESULTS);
    const instance = engine.create('p', { items: range(200) });
    engine.completeJob('work', { result: 1 });
    // when
    engine.cancel(instance);
    // then
    expect(engine.isTerminated(instance)).toBe(true);
    expect(engine.living()).toEqual([]);
  });
});

describe('what runs in a loop', () => {
  it('should be a sub-process, with a terminate end event that ends one instance only', () => {
    // given
    const engine = deployLoop(
      subProcess(
        'loop',
        startEvent('s'),
        serviceTask('work'),
        endEvent('t', terminateEvent),
        flow('s', 'work'),
        flow('work', 't'),
      ),
      RESULTS,
    );
    const instance = engine.create('p', { items: [1, 2] });
    // when
    engine.completeJob('work', { result: 1 });
    // then
    expect(inner(engine, ELEMENT_COMPLETED)).toHaveLength(1);
    expect(engine.isCompleted(instance)).toBe(false);
    // when
    engine.completeJob('work', { result: 2 });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance).results).toEqual([1, 2]);
  });

  it('should be a loop in a loop', () => {
    // given
    const engine = deployLoop(
      subProcess(
        'loop',
        startEvent('s'),
        multiInstance(scriptTask('square', '=cell * cell', 'value'), {
          inputCollection: '=row',
          inputElement: 'cell',
          outputCollection: 'squares',
          outputElement: '=value',
        }),
        flow('s', 'square'),
      ),
      { inputCollection: '=rows', inputElement: 'row', outputCollection: 'table', outputElement: '=squares' },
    );
    // when
    const instance = engine.create('p', { rows: [[1, 2], [], [3]] });
    // then
    expect(engine.variables(instance).table).toEqual([[1, 4], [], [9]]);
  });

  it('should be a call activity', () => {
    // given
    const engine = deployLoop(callActivity('loop', '="child"'), RESULTS);
    engine.deploy(bpmn({ id: 'child' }, startEvent('cs'), scriptTask('add', '=item + 1', 'result'), flow('cs', 'add')));
    // when
    const instance = engine.create('p', { items: [1, 2, 3] });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance).results).toEqual([2, 3, 4]);
  });

  it('should be a receive task whose correlation key is of the item', () => {
    // given
    const engine = deployLoop(receiveTask('loop', 'm'), RESULTS, { definitions: message('m', 'answer', '=item') });
    const instance = engine.create('p', { items: ['a', 'b'] });
    // when
    engine.publish('answer', 'b', { with: { result: 'from b' } });
    engine.publish('answer', 'a', { with: { result: 'from a' } });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance).results).toEqual(['from a', 'from b']);
  });

  it('should let the parent catch what a called process throws', () => {
    // given
    const engine = deployLoop(callActivity('loop', '="child"'), ITEMS, {
      beside: [boundaryEvent('caught', 'loop', errorEvent('e'))],
      definitions: error('e', 'broken'),
    });
    engine.deploy(
      bpmn(
        { id: 'child', definitions: error('ce', 'broken') },
        startEvent('cs'),
        serviceTask('wait'),
        endEvent('ce1', errorEvent('ce')),
        flow('cs', 'wait'),
        flow('wait', 'ce1'),
      ),
    );
    const instance = engine.create('p', { items: [1, 2] });
    // when
    engine.completeJob('wait');
    // then
    expect(engine.completed(instance)).toEqual(['start', 'caught', 'p']);
    expect(engine.living()).toEqual([]);
  });
});

describe('a loop over many items', () => {
  const MANY = 10_000;

  it('should start them chunk by chunk', () => {
    // given
    const engine = deployLoop(task(), ITEMS);
    // when
    const instance = engine.create('p', { items: range(250) });
    // then
    const chunks = engine.records.filter(
      ({ valueType, intent }) =>
        valueType === ValueType.PROCESS_INSTANCE_BATCH && intent === ProcessInstanceBatchIntent.ACTIVATE,
    );
    expect(chunks.map(({ value }) => (value as { index: number }).index)).toEqual([100, 200]);
    expect(inner(engine, ELEMENT_ACTIVATED)).toHaveLength(250);
    engine.cancel(instance);
  });

  it('should never write a large step, and end with all outputs in order', () => {
    // given
    const engine = deployLoopWith({ stepBytesMax: 1024 * 1024 }, scriptTask('loop', '=item * 2', 'result'), RESULTS);
    const items = range(MANY);
    // when
    const instance = engine.create('p', { items });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance).results).toEqual(items.map((item) => item * 2));
  });

  it.each(['cancel', 'boundary'] as const)('should start nothing more after a %s in the middle of starting', (how) => {
    // given: only a part of the first chunk is started
    const engine = deployLoopWith({ followUpCommandsMax: 30 }, task(), ITEMS, {
      beside: [boundaryEvent('stop', 'loop', messageEvent('m'))],
      definitions: message('m', 'stop', '="key"'),
    });
    const { CREATE } = ProcessInstanceCreationIntent;
    engine.submit(ValueType.PROCESS_INSTANCE_CREATION, CREATE, engine.creation('p', { with: { items: range(500) } }));
    engine.flush();
    const instance = engine.events(ValueType.PROCESS_INSTANCE, ELEMENT_ACTIVATING)[0]!.value.processInstanceKey;
    expect(inner(engine, ELEMENT_ACTIVATING).length).toBeLessThan(100);
    // when
    if (how === 'cancel') engine.cancel(instance);
    else engine.publish('stop', 'key');
    // then
    expect(engine.living()).toEqual([]);
    expect(inner(engine, ELEMENT_ACTIVATING).length).toBeLessThan(500);
    expect(engine.completed(instance)).toEqual(how === 'cancel' ? ['start'] : ['start', 'stop', 'p']);
  });

  it('should survive a restart in the middle of starting', () => {
    // given
    const engine = deployLoopWith({ followUpCommandsMax: 30 }, task(), RESULTS);
    const { CREATE } = ProcessInstanceCreationIntent;
    engine.submit(ValueType.PROCESS_INSTANCE_CREATION, CREATE, engine.creation('p', { with: { items: range(300) } }));
    engine.flush();
    // when
    const restarted = engine.restarted();
    restarted.settle();
    // then
    expect([...createEngineState(restarted.store).activatableJobs.entries()]).toHaveLength(300);
    engine.settle();
  });
});

describe('an inner instance that stops', () => {
  it('should keep the variables that were mended when its first step is tried again', () => {
    // given
    const engine = deployLoop(serviceTask('loop', { type: '=item' }), ITEMS);
    const instance = engine.create('p', { items: [7] });
    const [incident] = engine.incidents();
    // when
    engine.setVariables(incident!.value.elementInstanceKey, { item: 'mended' }, true);
    engine.resolve(incident!.key);
    // then
    engine.completeJob('mended');
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.events(ValueType.INCIDENT, IncidentIntent.CREATED)).toHaveLength(1);
  });
});

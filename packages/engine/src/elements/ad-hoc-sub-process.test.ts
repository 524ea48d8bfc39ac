import {
  AdHocSubProcessInstructionIntent,
  type AdHocSubProcessJobResult,
  BpmnElementType,
  IncidentErrorType,
  JobIntent,
  JobKind,
  ProcessInstanceIntent,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { deployTools, deployToolsWith, ended, instruct, led, listed, start } from '../../test/ad-hoc-tools.ts';
import {
  adHocSubProcess,
  boundaryEvent,
  bpmn,
  compensation,
  compensationEvent,
  element,
  error,
  errorEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  input,
  io,
  message,
  messageEvent,
  multiInstance,
  output,
  parallelGateway,
  scriptTask,
  serviceTask,
  startEvent,
  throwEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { elementCommand } from '../../test/nested-instance.ts';
import { RejectedError, type TestEngine } from '../../test/test-engine.ts';

const { ELEMENT_ACTIVATED, ELEMENT_TERMINATED } = ProcessInstanceIntent;

/** Completes the open job of the worker that leads the sub-process. */
function lead(engine: TestEngine, result: Partial<AdHocSubProcessJobResult>, variables: object = {}) {
  const [job] = engine.activate('lead', 1);
  return engine.job(JobIntent.COMPLETE, job!.jobKey, {
    variables: JSON.stringify(variables),
    result: {
      type: 'adHocSubProcess',
      activateElements: [],
      isCompletionConditionFulfilled: false,
      isCancelRemainingInstances: false,
      ...result,
    },
  });
}

const each = (...elementIds: readonly string[]) => elementIds.map((elementId) => ({ elementId, variables: '{}' }));

describe('an ad-hoc sub-process', () => {
  it('should start the listed elements, each in an inner instance, and complete behind the last', () => {
    // given
    const engine = deployTools(listed);
    // when
    const instance = engine.create('p', { wanted: ['a', 'c'] });
    // then
    const inner = engine
      .events(ValueType.PROCESS_INSTANCE, ELEMENT_ACTIVATED)
      .filter(({ value }) => value.bpmnElementType === BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE);
    expect(inner.map(({ value }) => value.elementId)).toEqual(['tools#innerInstance', 'tools#innerInstance']);
    expect(inner.every(({ value }) => value.flowScopeKey === engine.keyOf('tools'))).toBe(true);
    // when
    engine.completeJobs('c', 'a', 'd');
    // then
    expect(engine.completed(instance)).toEqual([
      'start',
      'c',
      'a',
      'tools#innerInstance',
      'd',
      'tools#innerInstance',
      'tools',
      'end',
      'p',
    ]);
  });

  it('should start one element as often as it is listed', () => {
    // given
    const engine = deployTools(listed);
    const instance = engine.create('p', { wanted: ['a', 'a'] });
    // when
    engine.completeJobs('a', 'a');
    // then
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should tell what can be started and what an agent is to fill in', () => {
    // given
    const engine = deployTools(
      { extensions: io(input('=count(adHocSubProcessElements)', 'toolCount')) },
      element('serviceTask', 'weather', {
        attributes: 'name="Weather"',
        extensions: `<zeebe:taskDefinition type="w"/>${io(
          input('=fromAi(toolCall.city, "The city", "string", {minLength: 1}, {required: true})', 'city'),
          input('="in " + fromAi(toolCall.unit)', 'unit'),
          input('static', 'other'),
        )}<zeebe:properties><zeebe:property name="k" value="v"/></zeebe:properties>`,
        body: '',
      }).replace(
        '<bpmn:extensionElements>',
        '<bpmn:documentation>Tells the weather</bpmn:documentation><bpmn:extensionElements>',
      ),
      multiInstance(serviceTask('many', { io: io(input('=fromAi(toolCall.items)', 'x')) }), {
        inputCollection: '=[1]',
      }),
      serviceTask('behind'),
      flow('weather', 'behind'),
    );
    // when
    engine.create('p');
    // then
    const variables = engine.variables(engine.keyOf('tools'));
    expect(variables.adHocSubProcessElements).toEqual([
      {
        elementId: 'weather',
        elementName: 'Weather',
        documentation: 'Tells the weather',
        properties: { k: 'v' },
        parameters: [
          {
            name: 'toolCall.city',
            description: 'The city',
            type: 'string',
            schema: { minLength: 1 },
            options: { required: true },
          },
          { name: 'toolCall.unit' },
        ],
      },
      { elementId: 'many', parameters: [{ name: 'toolCall.items' }] },
    ]);
    expect(variables.toolCount).toBe(2);
  });

  it('should not be deployed when an agent cannot be told what to fill in', () => {
    expect(() => deployTools({}, serviceTask('a', { io: io(input('=fromAi("x")', 'x')) }))).toThrow(
      "Failed to extract ad-hoc activity parameters for element 'a'. Expected fromAi() parameter 'value' to be a reference",
    );
  });

  it('should not be deployed with a join of elements that are started separately', () => {
    const inside = [serviceTask('a'), serviceTask('b'), parallelGateway('join')];
    expect(() => deployTools({}, ...inside, flow('a', 'join'), flow('b', 'join'))).toThrow(
      "Expected the flows into 'join' to come from the same activated elements of 'tools'",
    );
  });

  it('should run a fork and a join behind one element', () => {
    // given
    const engine = deployTools(
      listed,
      parallelGateway('fork'),
      serviceTask('a'),
      serviceTask('b'),
      parallelGateway('join'),
      flow('fork', 'a'),
      flow('fork', 'b'),
      flow('a', 'join'),
      flow('b', 'join'),
    );
    const instance = engine.create('p', { wanted: ['fork'] });
    // when
    engine.completeJobs('b', 'a');
    // then
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it.each([
    [['a', 'nobody'], 'but the given elements [nobody] do not exist.'],
    [['d'], 'but the given elements [d] do not exist.'],
    [
      'a',
      "Failed to activate ad-hoc elements. Expected result of the expression 'wanted' to be 'ARRAY', but was 'STRING'.",
    ],
    [[1, 'a'], "to be 'ARRAY' containing 'STRING' items"],
  ])('should stop with an incident and start nothing when %j is wanted', (wanted, text) => {
    // given
    const engine = deployTools(listed);
    // when
    const instance = engine.create('p', { wanted });
    // then
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.EXTRACT_VALUE_ERROR, elementId: 'tools' });
    expect(incident?.value.errorMessage).toContain(text);
    expect(engine.living()).toEqual(['p', 'tools']);
    // when
    engine.setVariables(instance, { wanted: ['a'] });
    engine.resolve(incident!.key);
    engine.completeJob('a');
    // then
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it.each([{}, listed])('should wait for somebody to start something when nothing is listed: %j', (adHoc) => {
    // given
    const engine = deployTools(adHoc);
    const instance = engine.create('p', { wanted: [] });
    expect(engine.living()).toEqual(['p', 'tools']);
    // when
    start(engine, ['a']);
    engine.completeJob('a');
    // then
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should collect outputs in the order inner instances end', () => {
    // given
    const engine = deployTools({ ...listed, outputCollection: 'results', outputElement: '=result' });
    const instance = engine.create('p', { wanted: ['a', 'b', 'c'] });
    // when
    engine.completeJob('b', { result: 'from b' });
    engine.completeJob('c', { result: 'from c' });
    engine.completeJob('a', { result: 'from a' });
    engine.completeJob('d', { other: 1 });
    // then
    expect(engine.variables(instance)).toEqual({
      wanted: ['a', 'b', 'c'],
      results: ['from b', 'from a', 'from c'],
      other: 1,
    });
  });

  it('should stop an inner instance when the output collection is no list', () => {
    // given
    const engine = deployTools({ ...listed, outputCollection: 'results', outputElement: '=result' });
    const instance = engine.create('p', { wanted: ['a'] });
    const tools = engine.keyOf('tools');
    engine.setVariables(tools, { results: 'broken' }, true);
    // when
    engine.completeJob('a', { result: 1 });
    // then
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({
      elementId: 'tools#innerInstance',
      variableScopeKey: tools,
      errorMessage: 'The output collection has the wrong type. Expected ARRAY but was STRING.',
    });
    // when
    engine.setVariables(tools, { results: ['kept'] }, true);
    engine.resolve(incident!.key);
    // then
    expect(engine.variables(instance).results).toEqual(['kept', 1]);
  });

  it('should hand on an empty output when nothing was started', () => {
    // given
    const engine = deployTools({ outputCollection: 'results', outputElement: '=1' });
    const instance = engine.create('p');
    // when
    instruct(engine, AdHocSubProcessInstructionIntent.COMPLETE, engine.keyOf('tools'), {});
    // then
    expect(engine.variables(instance)).toEqual({ results: [] });
  });

  it('should apply its own output mappings', () => {
    // given
    const engine = deployTools({
      ...listed,
      outputCollection: 'results',
      outputElement: '=1',
      extensions: io(output('=count(results)', 'total')),
    });
    const instance = engine.create('p', { wanted: ['a', 'b'] });
    // when
    engine.completeJobs('a', 'b');
    // then
    expect(engine.variables(instance)).toMatchObject({ results: [1, 1], total: 2 });
  });
});

describe('a completion condition', () => {
  it('should end what is left when it holds', () => {
    // given
    const engine = deployTools({ ...listed, completionCondition: '=done' });
    const instance = engine.create('p', { wanted: ['a', 'b', 'c'], done: false });
    engine.completeJob('b', { done: false });
    expect(engine.isCompleted(instance)).toBe(false);
    // when
    engine.completeJob('a', { done: true });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(ended(engine, ELEMENT_TERMINATED)).toEqual(['c', 'tools#innerInstance']);
  });

  it('should wait for what is left when that is not to be cancelled', () => {
    // given
    const engine = deployTools({ ...listed, completionCondition: '=done', cancelRemainingInstances: false });
    const instance = engine.create('p', { wanted: ['a', 'b'], done: false });
    // when
    engine.completeJob('a', { done: true });
    // then
    expect(engine.isCompleted(instance)).toBe(false);
    engine.completeJob('b');
    expect(engine.isCompleted(instance)).toBe(true);
    expect(ended(engine, ELEMENT_TERMINATED)).toEqual([]);
  });

  it('should keep the sub-process open as long as it does not hold', () => {
    // given
    const engine = deployTools({ ...listed, completionCondition: '=done' });
    const instance = engine.create('p', { wanted: ['a'], done: false });
    engine.completeJob('a');
    expect(engine.living()).toEqual(['p', 'tools']);
    // when
    start(engine, ['b']);
    engine.completeJob('b', { done: true });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should see the output that is collected now', () => {
    // given
    const engine = deployTools({
      ...listed,
      outputCollection: 'results',
      outputElement: '=result',
      completionCondition: '=list contains(results, 7)',
    });
    const instance = engine.create('p', { wanted: ['a', 'b'] });
    // when
    engine.completeJob('b', { result: 7 });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance).results).toEqual([7]);
  });

  it('should stop an inner instance when it gives no boolean', () => {
    // given
    const engine = deployTools({ ...listed, completionCondition: '=done', outputCollection: 'r', outputElement: '=1' });
    const instance = engine.create('p', { wanted: ['a'] });
    // when
    engine.completeJob('a');
    // then
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
      elementId: 'tools#innerInstance',
    });
    expect(incident?.value.errorMessage).toContain('Failed to evaluate completion condition. Expected result');
    // when
    engine.setVariables(instance, { done: true });
    engine.resolve(incident!.key);
    // then
    expect(engine.variables(instance).r).toEqual([1]);
  });
});

describe('an ad-hoc sub-process that a worker leads', () => {
  it('should start what the worker says, as often as it says, and ask again after each', () => {
    // given
    const engine = deployTools({ ...led, outputCollection: 'results', outputElement: '=result' });
    const instance = engine.create('p', { wanted: ['c'] });
    const [first] = engine.events(ValueType.JOB, JobIntent.CREATED);
    expect(first?.value).toMatchObject({ kind: JobKind.AD_HOC_SUB_PROCESS, elementId: 'tools' });
    // when
    lead(engine, { activateElements: [...each('b'), { elementId: 'b', variables: '{"second":true}' }] });
    const [, second] = engine.activate('b');
    expect(JSON.parse(second!.variables)).toMatchObject({ second: true });
    // then
    const leads = () => engine.events(ValueType.JOB, JobIntent.CREATED).filter(({ value }) => value.type === 'lead');
    const canceled = () => engine.events(ValueType.JOB, JobIntent.CANCELED).map(({ key }) => key);
    expect(leads()).toHaveLength(1);
    engine.job(JobIntent.COMPLETE, second!.jobKey, { variables: '{"result":2}' });
    expect(leads()).toHaveLength(2);
    expect(canceled()).toEqual([]);
    engine.advance(60_000);
    engine.completeJob('b', { result: 1 });
    expect(leads()).toHaveLength(3);
    expect(canceled()).toEqual([leads()[1]!.key]);
    // when
    lead(engine, { isCompletionConditionFulfilled: true });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(instance).results).toEqual([2, 1]);
  });

  it('should let the worker see the outputs and set variables', () => {
    // given
    const engine = deployTools({ ...led, outputCollection: 'results', outputElement: '=result' });
    const instance = engine.create('p', { count: 0 });
    lead(engine, { activateElements: each('a') }, { count: 1, fresh: true });
    expect(engine.variables(instance)).toEqual({ count: 1, fresh: true });
    // when
    engine.completeJob('a', { result: 'x' });
    // then
    const [job] = engine.activate('lead');
    expect(JSON.parse(job!.variables)).toMatchObject({ results: ['x'], count: 1 });
  });

  it('should wait for what is left when the worker says it is enough', () => {
    // given
    const engine = deployTools(led);
    const instance = engine.create('p');
    lead(engine, { activateElements: each('a', 'b', 'c') });
    engine.completeJob('a');
    // when
    lead(engine, { isCompletionConditionFulfilled: true });
    engine.completeJob('b');
    // then
    expect(engine.activate('lead')).toEqual([]);
    expect(engine.isCompleted(instance)).toBe(false);
    engine.completeJobs('c', 'd');
    expect(engine.isCompleted(instance)).toBe(true);
    expect(ended(engine, ELEMENT_TERMINATED)).toEqual([]);
  });

  it('should end what is left when the worker says so', () => {
    // given
    const engine = deployTools(led);
    const instance = engine.create('p');
    lead(engine, { activateElements: each('a', 'b') });
    engine.completeJob('a');
    // when
    lead(engine, { isCompletionConditionFulfilled: true, isCancelRemainingInstances: true });
    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(ended(engine, ELEMENT_TERMINATED)).toEqual(['b', 'tools#innerInstance']);
  });

  it.each([
    [
      { isCompletionConditionFulfilled: true, activateElements: each('a') },
      RejectionType.INVALID_ARGUMENT,
      'contains elements to be activated while the completion condition is fulfilled',
    ],
    [{ activateElements: each('a', 'nobody') }, RejectionType.NOT_FOUND, 'the given elements [nobody] do not exist'],
    [
      { activateElements: [{ elementId: 'a', variables: '7' }] },
      RejectionType.INVALID_ARGUMENT,
      'Expected variables to be a JSON object',
    ],
  ])('should refuse %j and leave the job open', (result, rejectionType, reason) => {
    // given
    const engine = deployTools(led);
    engine.create('p');
    // when
    const answer = lead(engine, result);
    // then
    expect(answer?.record).toMatchObject({ rejectionType });
    expect(answer?.record.rejectionReason).toContain(reason);
    expect(engine.living()).toEqual(['p', 'tools']);
    expect(engine.job(JobIntent.COMPLETE, answer!.record.key)?.record.intent).toBe(JobIntent.COMPLETED);
  });

  it('should stay open when the worker says nothing', () => {
    // given
    const engine = deployTools(led);
    const instance = engine.create('p');
    // when
    engine.completeJob('lead');
    // then
    expect(engine.living()).toEqual(['p', 'tools']);
    start(engine, ['a']);
    engine.completeJob('a');
    lead(engine, { isCompletionConditionFulfilled: true });
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should stop with an incident of its own when the worker has no retries left', () => {
    // given
    const engine = deployTools(led);
    engine.create('p');
    const [job] = engine.activate('lead');
    // when
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0 });
    // then
    expect(engine.incidents()[0]?.value.errorType).toBe(IncidentErrorType.AD_HOC_SUB_PROCESS_NO_RETRIES);
  });

  it('should leave to a boundary event that catches what its worker throws', () => {
    // given
    const engine = deployToolsWith(
      { beside: [boundaryEvent('caught', 'tools', errorEvent('e'))], definitions: error('e', 'broken') },
      led,
    );
    const instance = engine.create('p');
    lead(engine, { activateElements: each('a', 'b') });
    engine.completeJob('a');
    const [job] = engine.activate('lead');
    // when
    engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode: 'broken' });
    // then
    expect(engine.completed(instance)).toEqual(['start', 'a', 'tools#innerInstance', 'caught', 'p']);
    expect(engine.living()).toEqual([]);
  });

  it('should ask the worker again when what it waits for is ended from outside', () => {
    // given
    const engine = deployTools(led);
    const instance = engine.create('p');
    lead(engine, { activateElements: each('a', 'b') });
    const inner = engine
      .events(ValueType.PROCESS_INSTANCE, ELEMENT_ACTIVATED)
      .filter(({ value }) => value.elementId === 'tools#innerInstance');
    // when
    for (const { key } of inner) elementCommand(engine, ProcessInstanceIntent.TERMINATE_ELEMENT, key);
    // then
    expect(engine.living()).toEqual(['p', 'tools']);
    lead(engine, { isCompletionConditionFulfilled: true });
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it.each([
    [{}, true],
    [{ completionCondition: '=true' }, false],
  ])('should end with the last that is ended from outside only without a worker and a condition: %j', (adHoc, ends) => {
    // given
    const engine = deployTools({ ...listed, ...adHoc });
    const instance = engine.create('p', { wanted: ['a'] });
    // when
    elementCommand(engine, ProcessInstanceIntent.TERMINATE_ELEMENT, engine.keyOf('tools#innerInstance'));
    // then
    expect(engine.isCompleted(instance)).toBe(ends);
  });

  it('should give up its job when it is cancelled', () => {
    // given
    const engine = deployTools(led);
    const instance = engine.create('p');
    // when
    engine.cancel(instance);
    // then
    expect(engine.events(ValueType.JOB, JobIntent.CANCELED)).toHaveLength(1);
    expect(engine.isTerminated(instance)).toBe(true);
  });

  it('should stop an inner instance when the next job cannot be evaluated', () => {
    // given
    const engine = deployTools({ jobType: '=kind' });
    const instance = engine.create('p', { kind: 'lead' });
    lead(engine, { activateElements: each('a') });
    engine.setVariables(instance, { kind: 7 });
    // when
    engine.completeJob('a');
    // then
    const [incident] = engine.incidents();
    expect(incident?.value.elementId).toBe('tools#innerInstance');
    // when
    engine.setVariables(instance, { kind: 'lead' });
    engine.resolve(incident!.key);
    // then
    lead(engine, { isCompletionConditionFulfilled: true });
    expect(engine.isCompleted(instance)).toBe(true);
  });
});

describe('an event sub-process inside an ad-hoc sub-process', () => {
  const stop = (isInterrupting: boolean) =>
    eventSubProcess(
      'esp',
      eventSubProcessStart('stop', messageEvent('m'), { interrupting: isInterrupting }),
      serviceTask('react'),
      flow('stop', 'react'),
    );
  const definitions = message('m', 'stop', '="key"');
  const tasks = ['a', 'b'].map((id) => serviceTask(id));

  it('should end everything else and complete the sub-process, whatever its condition says', () => {
    // given
    const engine = deployToolsWith({ definitions }, { ...listed, completionCondition: '=false' }, ...tasks, stop(true));
    const instance = engine.create('p', { wanted: ['a', 'b'] });
    // when
    engine.publish('stop', 'key');
    // then
    expect(ended(engine, ELEMENT_TERMINATED)).toEqual(['a', 'tools#innerInstance', 'b', 'tools#innerInstance']);
    expect(start(engine, ['a'])?.record.rejectionType).toBe(RejectionType.INVALID_STATE);
    engine.completeJob('react');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should take the job from the worker that leads', () => {
    // given
    const engine = deployToolsWith({ definitions }, led, ...tasks, stop(true));
    const instance = engine.create('p');
    // when
    engine.publish('stop', 'key');
    // then
    expect(engine.activate('lead')).toEqual([]);
    engine.completeJob('react');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should let the worker go on behind one that does not interrupt', () => {
    // given
    const engine = deployToolsWith({ definitions }, led, ...tasks, stop(false));
    const instance = engine.create('p');
    const [before] = engine.activate('lead');
    // when
    engine.publish('stop', 'key');
    engine.completeJob('react');
    // then
    expect(engine.job(JobIntent.COMPLETE, before!.jobKey)?.record.rejectionType).toBe(RejectionType.NOT_FOUND);
    lead(engine, { isCompletionConditionFulfilled: true });
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should collect no output of its own', () => {
    // given
    const engine = deployToolsWith(
      { definitions },
      { ...listed, outputCollection: 'results', outputElement: '=1' },
      ...tasks,
      stop(false),
    );
    const instance = engine.create('p', { wanted: ['a'] });
    // when
    engine.publish('stop', 'key');
    engine.completeJobs('react', 'a');
    // then
    expect(engine.variables(instance).results).toEqual([1]);
  });
});

describe('an ad-hoc sub-process that is compensated', () => {
  const throwing = throwEvent('back', compensationEvent());

  it('should be undone by its own handler', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        adHocSubProcess('tools', { activeElementsCollection: '=["a", "a"]' }, serviceTask('a')),
        compensation('tools', 'undo', serviceTask('undo')),
        throwing,
        flow('start', 'tools'),
        flow('tools', 'back'),
      ),
    );
    const instance = engine.create('p');
    engine.completeJobs('a', 'a');
    // when
    engine.completeJob('undo');
    // then
    expect(engine.completed(instance).slice(-3)).toEqual(['undo', 'back', 'p']);
  });

  it('should be undone by the handlers of what ran inside, once for each time', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        adHocSubProcess(
          'tools',
          { activeElementsCollection: '=["a", "a"]' },
          serviceTask('a'),
          compensation('a', 'undo', serviceTask('undo')),
        ),
        throwing,
        flow('start', 'tools'),
        flow('tools', 'back'),
      ),
    );
    const instance = engine.create('p');
    engine.completeJobs('a', 'a');
    // when
    engine.completeJobs('undo', 'undo');
    // then
    expect(engine.completed(instance).slice(-2)).toEqual(['back', 'p']);
  });
});

describe('an ad-hoc sub-process in a loop', () => {
  it('should run once per item', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        multiInstance(
          adHocSubProcess(
            'tools',
            { activeElementsCollection: '=wanted', outputCollection: 'inner', outputElement: '=value' },
            scriptTask('one', '=1', 'value'),
            scriptTask('two', '=2', 'value'),
          ),
          { inputCollection: '=rows', inputElement: 'wanted', outputCollection: 'all', outputElement: '=inner' },
        ),
        flow('start', 'tools'),
      ),
    );
    // when
    const instance = engine.create('p', { rows: [['one'], ['two', 'one']] });
    // then
    expect(engine.variables(instance).all).toEqual([[1], [2, 1]]);
  });

  it('should end with the loop whose condition holds', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        multiInstance(adHocSubProcess('tools', { activeElementsCollection: '=["a"]' }, serviceTask('a')), {
          inputCollection: '=[1, 2, 3]',
          completionCondition: '=true',
        }),
        flow('start', 'tools'),
      ),
    );
    const instance = engine.create('p');
    // when
    engine.completeJob('a');
    // then
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should refuse to be deployed for what cannot work inside the loop', () => {
    const engine = startEngine();
    const loop = multiInstance(adHocSubProcess('tools', {}, serviceTask('a', { io: io(input('=fromAi(1)', 'x')) })), {
      inputCollection: '=[1]',
    });
    expect(() => engine.deploy(bpmn({ id: 'p' }, startEvent(), loop, flow('start', 'tools')))).toThrow(RejectedError);
  });
});

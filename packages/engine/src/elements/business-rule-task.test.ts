import { DecisionEvaluationIntent, IncidentErrorType, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  element,
  endEvent,
  flow,
  input,
  io,
  listeners,
  output,
  ruleTask,
  startEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { dmn, literal, table } from '../../test/dmn.ts';
import { startEngine } from '../../test/invariants.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const around = (task: string, ...more: readonly string[]) =>
  bpmn({}, startEvent(), flow('start', 'rule'), task, flow('rule', 'end'), endEvent(), ...more);

const rules = (...decisions: readonly string[]) => ({ name: 'rules.dmn', xml: dmn('drg', ...decisions) });

const evaluations = (engine: TestEngine) =>
  engine.events(ValueType.DECISION_EVALUATION).map(({ intent, value }) => [intent, value.decisionVersion]);

const { EVALUATED, FAILED } = DecisionEvaluationIntent;

describe('business rule task', () => {
  it('should evaluate the decision and hand its result to the process', () => {
    // given
    const engine = startEngine();
    const { decisionsMetadata } = engine.deploy(
      around(ruleTask('rule', 'twice', { resultVariable: 'y' })),
      rules(literal('twice', 'x * 2')),
    );

    // when
    const key = engine.create('process', { x: 4 });

    // then
    expect(engine.variables(key)).toEqual({ x: 4, y: 8 });
    expect(engine.trace().filter((line) => /'rule'|VARIABLE|EVALUATION/.test(line))).toEqual([
      'E VARIABLE CREATED',
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT BUSINESS_RULE_TASK 'rule'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING BUSINESS_RULE_TASK 'rule'",
      'E DECISION_EVALUATION EVALUATED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED BUSINESS_RULE_TASK 'rule'",
      'E VARIABLE CREATED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETING BUSINESS_RULE_TASK 'rule'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED BUSINESS_RULE_TASK 'rule'",
    ]);
    expect(engine.events(ValueType.DECISION_EVALUATION)[0]?.value).toMatchObject({
      decisionKey: decisionsMetadata[0]?.decisionKey,
      decisionOutput: '8',
      bpmnProcessId: 'process',
      processInstanceKey: key,
      rootProcessInstanceKey: key,
      elementId: 'rule',
      elementInstanceKey: engine.keyOf('rule'),
    });
  });

  it('should name the decision by an expression, see its inputs, and let only mapped outputs leave', () => {
    // given
    const engine = startEngine();
    const mapped = { resultVariable: 'r', io: io(input('=x + 1', 'n'), output('=r.rate', 'rate')) };
    engine.deploy(
      around(ruleTask('rule', '="dis" + kind', mapped)),
      rules(table('discount', { inputs: ['n'], outputs: ['rate', 'note'], rules: [['> 4', '0.5', '"much"']] })),
    );

    // when
    const key = engine.create('process', { x: 4, kind: 'count' });

    // then
    expect(engine.variables(key)).toEqual({ x: 4, kind: 'count', rate: 0.5 });
  });

  it('should use the latest version at that time, the one of its deployment, or the one with the tag', () => {
    // given
    const engine = startEngine();
    const process = (id: string, binding: string) =>
      bpmn(
        { id },
        startEvent(),
        ruleTask('rule', 'a', { binding }),
        endEvent(),
        flow('start', 'rule'),
        flow('rule', 'end'),
      );
    engine.deploy(process('tagged', 'bindingType="versionTag" versionTag="stable"'), process('latest', ''));
    engine.deploy(process('deployed', 'bindingType="deployment"'), rules(literal('a', '1')));
    engine.deploy(rules(literal('a', '2', { versionTag: 'stable' })));
    engine.deploy(rules(literal('a', '3', { versionTag: 'beta' })));

    // when
    const results = ['tagged', 'latest', 'deployed'].map((id) => engine.variables(engine.create(id)));

    // then
    expect(results).toEqual([{ result: 2 }, { result: 3 }, { result: 1 }]);
  });

  it.each([
    ['', "Expected to evaluate decision 'a', but no decision found for id 'a'"],
    [
      'bindingType="versionTag" versionTag="v9"',
      "Expected to evaluate decision with id 'a' and version tag 'v9', but no such decision found. To resolve this incident, deploy a decision with the given id and version tag.",
    ],
  ])('should stop when there is no such decision, and go on once it is deployed: %s', (binding, message) => {
    // given
    const engine = startEngine();
    engine.deploy(around(ruleTask('rule', 'a', { binding })));
    const key = engine.create('process');
    const [incident] = engine.incidents();

    // when
    engine.deploy(rules(literal('a', '1', { versionTag: 'v9' })));
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.CALLED_DECISION_ERROR,
      errorMessage: message,
    });
    expect(engine.variables(key)).toEqual({ result: 1 });
    expect(evaluations(engine)).toEqual([[EVALUATED, 1]]);
  });

  it('should stop when the deployment of its process has no such decision', () => {
    const engine = startEngine();
    const { deploymentKey } = engine.deploy(around(ruleTask('rule', '=name', { binding: 'bindingType="deployment"' })));
    engine.deploy(rules(literal('a', '1')));
    engine.create('process', { name: 'a' });
    expect(engine.incidents()[0]?.value.errorMessage).toBe(
      `Expected to evaluate decision 'a' with binding type 'deployment', but no such decision found in the deployment with key ${deploymentKey} which contained the current process. To resolve this incident, migrate the process instance to a process definition that is deployed together with the intended decision to evaluate.`,
    );
  });

  it('should stop when the evaluation fails, and evaluate again once the variables are mended', () => {
    // given
    const engine = startEngine();
    const unique = table('a', {
      inputs: ['x'],
      outputs: ['y'],
      rules: [
        ['< 10', '1'],
        ['> 5', '2'],
      ],
    });
    engine.deploy(around(ruleTask('rule', 'a')), rules(unique));
    const key = engine.create('process', { x: 7 });
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { x: 3 });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.DECISION_EVALUATION_ERROR,
      elementInstanceKey: engine.keyOf('rule'),
      variableScopeKey: engine.keyOf('rule'),
      errorMessage: expect.stringMatching(/^Expected to evaluate decision 'a', but /),
    });
    expect(evaluations(engine)).toEqual([
      [FAILED, 1],
      [EVALUATED, 1],
    ]);
    const [failed] = engine.events(ValueType.DECISION_EVALUATION);
    expect(failed?.value).toMatchObject({
      failedDecisionId: 'a',
      evaluationFailureMessage: incident?.value.errorMessage,
      elementId: 'rule',
      evaluatedDecisions: [{ evaluatedInputs: [{ inputValue: '7' }] }],
    });
    expect(engine.variables(key)).toEqual({ x: 3, result: 1 });
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should take a newer version when it tries again', () => {
    // given
    const engine = startEngine();
    engine.deploy(around(ruleTask('rule', 'a')), rules(literal('a', 'assert(x, x != null)')));
    const key = engine.create('process');

    // when
    engine.deploy(rules(literal('a', '"mended"')));
    engine.resolve(engine.incidents()[0]!.key);

    // then
    expect(engine.variables(key)).toEqual({ result: 'mended' });
  });

  it('should stop at an id that is no text', () => {
    const engine = startEngine();
    engine.deploy(around(ruleTask('rule', '=1 + 1')));
    engine.create('process');
    expect(engine.incidents()[0]?.value).toMatchObject({
      errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
      errorMessage: "Expected result of the expression '1 + 1' to be 'STRING', but was 'NUMBER'.",
    });
  });

  it('should not evaluate again for an output mapping that fails', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      around(ruleTask('rule', 'a', { io: io(output('=assert(x, x != null)', 'z')) })),
      rules(literal('a', '1')),
    );
    const key = engine.create('process');
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { x: 1 });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value.errorType).toBe(IncidentErrorType.IO_MAPPING_ERROR);
    expect(evaluations(engine)).toEqual([[EVALUATED, 1]]);
    expect(engine.variables(key)).toEqual({ x: 1, z: 1 });
  });

  it('should evaluate between its listeners', () => {
    // given
    const engine = startEngine();
    const task = ruleTask('rule', 'a', { io: listeners('start before', 'end after') });
    engine.deploy(around(task), rules(literal('a', 'x')));
    const key = engine.create('process');

    // when
    const before = evaluations(engine);
    engine.completeJob('before', { x: 5 });
    const between = evaluations(engine);
    engine.completeJob('after');

    // then
    expect([before, between]).toEqual([[], [[EVALUATED, 1]]]);
    expect(engine.variables(key)).toEqual({ result: 5 });
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should be evaluated once per item of a loop', () => {
    // given
    const engine = startEngine();
    const marker = `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1, 2, 3]" inputElement="n" outputCollection="all" outputElement="=result"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
    engine.deploy(
      around(ruleTask('rule', 'a').replace('</bpmn:businessRuleTask>', `${marker}</bpmn:businessRuleTask>`)),
      rules(literal('a', 'n * n')),
    );

    // when
    const key = engine.create('process');

    // then
    expect(evaluations(engine)).toHaveLength(3);
    expect(engine.variables(key)).toEqual({ all: [1, 4, 9] });
  });

  it('should open no boundary event: it never waits, but can be terminated while it is stopped', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      around(
        ruleTask('rule', 'a'),
        boundaryEvent('late', 'rule', timerEvent('timeDuration', 'PT1M')),
        flow('late', 'end'),
      ),
    );
    const key = engine.create('process');

    // when
    engine.cancel(key);

    // then
    expect(engine.events(ValueType.TIMER)).toEqual([]);
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.living()).toEqual([]);
  });

  it('should be done by a worker when it has a task definition', () => {
    // given
    const engine = startEngine();
    const task = element('businessRuleTask', 'rule', {
      extensions: `<zeebe:taskDefinition type="decide"/>${io(output('=done', 'y'))}`,
    });
    engine.deploy(around(task));
    const key = engine.create('process');

    // when
    engine.completeJob('decide', { done: true });

    // then
    expect(engine.variables(key)).toEqual({ y: true });
  });
});

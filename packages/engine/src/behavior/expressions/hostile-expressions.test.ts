import { IncidentErrorType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  catchEvent,
  endEvent,
  exclusiveGateway,
  flow,
  input,
  io,
  message,
  messageEvent,
  multiInstance,
  output,
  ruleTask,
  scriptTask,
  serviceTask,
  startEvent,
  timerEvent,
  userTask,
} from '../../../test/bpmn.ts';
import { dmn, literal, table } from '../../../test/dmn.ts';
import { startEngine } from '../../../test/invariants.ts';

const { EXTRACT_VALUE_ERROR, IO_MAPPING_ERROR, DECISION_EVALUATION_ERROR } = IncidentErrorType;

/** As long as `n` says. */
const count = 'count(for i in 1..n return i)';

const around = (activity: string, definitions = '') =>
  bpmn({ definitions }, startEvent(), flow('start', 'a'), activity, flow('a', 'end'), endEvent());

const gateway = bpmn(
  {},
  startEvent(),
  flow('start', 'a'),
  exclusiveGateway('a', 'a_end'),
  flow('a', 'other', `=${count} > 100`),
  flow('a', 'end'),
  endEvent(),
  endEvent('other'),
);

const rules = (decision: string) => ({ name: 'rules.dmn', xml: dmn('drg', decision) });
const decide = around(ruleTask('a', 'd'));
const tested = table('d', { inputs: ['n'], outputs: ['x'], rules: [[`? < ${count}`, '1']] });
const wanted = table('d', { inputs: ['n'], outputs: ['x'], rules: [['-', count]] });

describe('an expression that has no end', () => {
  it.each([
    ['a script', EXTRACT_VALUE_ERROR, [around(scriptTask('a', `=${count}`, 'x'))]],
    ['an input mapping', IO_MAPPING_ERROR, [around(serviceTask('a', { io: io(input(`=${count}`, 'x')) }))]],
    ['an output mapping', IO_MAPPING_ERROR, [around(scriptTask('a', '=1', 'x', io(output(`=${count}`, 'y'))))]],
    ['the type of a job', EXTRACT_VALUE_ERROR, [around(serviceTask('a', { type: `=string(${count})` }))]],
    ['the retries of a job', EXTRACT_VALUE_ERROR, [around(serviceTask('a', { retries: `=${count}` }))]],
    ['an assignee', EXTRACT_VALUE_ERROR, [around(userTask('a', { assignment: `assignee="=string(${count})"` }))]],
    ['a timer', EXTRACT_VALUE_ERROR, [around(catchEvent('a', timerEvent('timeDuration', `=@"PT1S" * ${count}`)))]],
    [
      'a correlation key',
      EXTRACT_VALUE_ERROR,
      [around(catchEvent('a', messageEvent('m')), message('m', 'news', `=${count}`))],
    ],
    [
      'the items of a loop',
      EXTRACT_VALUE_ERROR,
      [around(multiInstance(scriptTask('a', '=1', 'x'), { inputCollection: '=for i in 1..n return i' }))],
    ],
    ['the condition of a flow', EXTRACT_VALUE_ERROR, [gateway]],
    ['a decision', DECISION_EVALUATION_ERROR, [decide, rules(literal('d', count))]],
    ['a test of a decision table', DECISION_EVALUATION_ERROR, [decide, rules(tested)]],
    ['an output of a decision table', DECISION_EVALUATION_ERROR, [decide, rules(wanted)]],
  ])('should raise an incident where it is %s, and harm nobody else', (_place, errorType, resources) => {
    // given
    const engine = startEngine();
    engine.deploy(...resources);

    // when
    const endless = engine.create('process', { n: 1_000_000_000 });
    const harmless = engine.create('process', { n: 3 });

    // then
    const [incident] = engine.incidents();
    expect(engine.incidents().map(({ value }) => [value.processInstanceKey, value.errorType])).toEqual([
      [endless, errorType],
    ]);
    expect(incident?.value.errorMessage).toMatch(/[Ee]xpected an evaluation of at most \d+ steps, but it needs more/);

    // when the variable is mended
    engine.setVariables(endless, { n: 3 });
    engine.resolve(incident!.key);

    // then
    expect(engine.incidents()).toEqual([]);
    expect(engine.path(endless)).toEqual(engine.path(harmless));
  });

  it.each([
    ['a pattern from outside', 'matches(text, pattern)', { text: 'a'.repeat(30_000), pattern: '(?=(a+))a*b' }],
    ['a text that grows', 'for i in 1..40 return if i = 1 then text else partial[-1] + partial[-1]', { text: 'abc' }],
    ['a list that grows', 'for i in 1..60 return [partial[-1], partial[-1]]', {}],
    ['a context that grows', 'for i in 1..60 return {a: partial[-1], b: partial[-1]}', {}],
    ['a function that calls itself', '(function(f) f(f))(function(f) f(f))', {}],
  ])('should raise an incident for %s', (_what, script, variables) => {
    // given
    const engine = startEngine();
    engine.deploy(around(scriptTask('a', `=${script}`, 'x')));

    // when
    engine.create('process', variables);
    engine.create('process', variables);

    // then
    expect(engine.incidents().map(({ value }) => value.errorMessage)).toEqual([
      expect.stringMatching(/Expected .*at most \d+ /),
      expect.stringMatching(/Expected .*at most \d+ /),
    ]);
  });

  it('should find no objects of the host behind names', () => {
    // given
    const engine = startEngine();
    const names = '[constructor, __proto__, toString, {}.constructor, "".constructor, variables.__proto__]';
    engine.deploy(around(scriptTask('a', `=${names}`, 'x')));

    // when
    const key = engine.create('process', { variables: {} });

    // then
    expect(engine.variables(key)).toEqual({ variables: {}, x: [null, null, null, null, null, null] });
  });
});

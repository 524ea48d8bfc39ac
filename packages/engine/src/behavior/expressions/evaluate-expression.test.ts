import { IncidentErrorType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  catchEvent,
  endEvent,
  flow,
  input,
  io,
  message,
  messageEvent,
  scriptTask,
  serviceTask,
  startEvent,
} from '../../../test/bpmn.ts';
import { startEngine } from '../../../test/invariants.ts';

/** The message of the incident that a task with these properties stops with. */
function problemOf(task: Parameters<typeof serviceTask>[1], variables: object): string | undefined {
  const engine = startEngine();
  engine.deploy(
    bpmn({}, startEvent(), flow('start', 'task'), serviceTask('task', task), flow('task', 'end'), endEvent()),
  );
  engine.create('process', variables);
  return engine.incidents()[0]?.value.errorMessage;
}

describe('expressions', () => {
  it('should be told with what was expected and what came out', () => {
    expect(problemOf({ type: '=x' }, { x: 5 })).toBe(
      "Expected result of the expression 'x' to be 'STRING', but was 'NUMBER'.",
    );
    expect(problemOf({ type: '=x' }, { x: { a: 1 } })).toBe(
      "Expected result of the expression 'x' to be 'STRING', but was 'OBJECT'.",
    );
    expect(problemOf({ retries: '=x' }, { x: [] })).toBe(
      "Expected result of the expression 'x' to be 'NUMBER', but was 'ARRAY'.",
    );
  });

  it('should be told with the warnings of their evaluation', () => {
    expect(problemOf({ type: '=missing.part' }, {})).toMatch(
      /^Expected result of the expression 'missing.part' to be 'STRING', but was 'NULL'\. The evaluation reported the following warnings:\n\[NO_VARIABLE_FOUND\] No variable found with name 'missing'/,
    );
  });

  it('should be told once when they fail', () => {
    expect(problemOf({ io: io(input('=assert(x, x > 0, "not positive")', 'y')) }, { x: 0 })).toBe(
      `Assertion failure on evaluate the expression 'assert(x, x > 0, "not positive")': not positive ` +
        'The evaluation reported the following warnings:\n[ASSERT_FAILURE] not positive',
    );
  });

  it.each([
    ['a boolean', { id: true }, 'BOOLEAN'],
    ['a list', { id: ['a'] }, 'ARRAY'],
    ['nothing', {}, 'NULL'],
  ])('should refuse %s as a correlation key', (_what, variables, type) => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions: message('m', 'news', '=id') },
        startEvent(),
        flow('start', 'wait'),
        catchEvent('wait', messageEvent('m')),
      ),
    );

    // when
    engine.create('process', variables);

    // then
    expect(engine.incidents()[0]?.value.errorMessage).toContain(
      `Failed to extract the correlation key for 'id': The value must be either a string or a number, but was '${type}'.`,
    );
  });

  it('should be stopped when they exceed their budget, and harm nobody else', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn({}, startEvent(), flow('start', 'script'), scriptTask('script', '=count(for i in 1..n return i)', 'size')),
    );

    // when
    const endless = engine.create('process', { n: 1_000_000_000 });
    const small = engine.create('process', { n: 10 });

    // then
    expect(engine.incidents().map(({ value }) => [value.processInstanceKey, value.errorType])).toEqual([
      [endless, IncidentErrorType.EXTRACT_VALUE_ERROR],
    ]);
    expect(engine.variables(small)).toEqual({ n: 10, size: 10 });
    engine.setVariables(endless, { n: 3 });
    engine.resolve(engine.incidents()[0]!.key);
    expect(engine.isCompleted(endless)).toBe(true);
  });

  it('should see the nearest of several variables of one name', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn({}, startEvent(), flow('start', 'task'), serviceTask('task', { type: '=x', io: io(input('="near"', 'x')) })),
    );

    // when
    const key = engine.create('process', { x: 'far' });

    // then
    engine.completeJob('near');
    expect(engine.isCompleted(key)).toBe(true);
  });
});

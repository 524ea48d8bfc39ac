import { ExpressionIntent, type ExpressionValue, type Key, NO_KEY, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, input, io, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

function evaluate(engine: TestEngine, expression: string, options: { scopeKey?: Key; variables?: string } = {}) {
  return engine.send(ValueType.EXPRESSION, ExpressionIntent.EVALUATE, {
    expression,
    scopeKey: options.scopeKey ?? NO_KEY,
    variables: options.variables ?? '{}',
    resultValue: '',
    warnings: [],
    tenantId: '',
  });
}

function evaluated(...parameters: Parameters<typeof evaluate>): ExpressionValue {
  return evaluate(...parameters)?.record.value as ExpressionValue;
}

describe('EXPRESSION EVALUATE', () => {
  it('should answer with the result as JSON, and with warnings', () => {
    const engine = startEngine();
    expect(evaluated(engine, '={a: x + 1}', { variables: '{"x": 1}' })).toMatchObject({
      resultValue: '{"a":2}',
      warnings: [],
      tenantId: '<default>',
    });
    const { resultValue, warnings } = evaluated(engine, '=missing');
    expect(resultValue).toBe('null');
    expect(warnings).toEqual([expect.stringContaining('missing')]);
  });

  it('should see the variables of a scope, and those given before them', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        serviceTask('task', { io: io(input('=root + 1', 'local')) }),
        endEvent(),
        flow('start', 'task'),
        flow('task', 'end'),
      ),
    );
    const instanceKey = engine.create('p', { root: 1 });
    const scopeKey = engine.keyOf('task');

    // then
    expect(evaluated(engine, '=[root, local]', { scopeKey }).resultValue).toBe('[1,2]');
    expect(evaluated(engine, '=[root, local]', { scopeKey: instanceKey }).resultValue).toBe('[1,null]');
    expect(evaluated(engine, '=root', { scopeKey, variables: '{"root": "given"}' }).resultValue).toBe('"given"');
  });

  it.each([
    ['text that is no expression', '1 + 1', {}, "INVALID_ARGUMENT: Expected an expression that begins with '='"],
    ['what cannot be parsed', '=1 +', {}, "INVALID_ARGUMENT: Failed to parse expression '1 +'"],
    ['what fails', '=assert(1, 1 > 2)', {}, 'INVALID_ARGUMENT: Assertion failure'],
    ['variables that are no object', '=1', { variables: '[]' }, 'INVALID_ARGUMENT: Expected variables'],
    [
      'a scope that is not there',
      '=1',
      { scopeKey: 1n as Key },
      "NOT_FOUND: Expected to evaluate the expression in the scope with key '1'",
    ],
  ])('should refuse %s', (_what, expression, options, reason) => {
    expect(rejectionOf(evaluate(startEngine(), expression, options))).toContain(reason);
  });
});

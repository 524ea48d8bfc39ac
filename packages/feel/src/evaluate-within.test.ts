import { describe, expect, it } from 'vitest';
import { nowMs } from '../test/evaluate.ts';
import { BudgetExceeded, compileExpression, EvaluationFailed, type FeelValue, Run, type Variables } from './index.ts';

const variables = (values: Record<string, FeelValue>): Variables => ({
  variable: (name) => (Object.hasOwn(values, name) ? values[name] : undefined),
});
const newRun = (stepsMax?: number) => new Run({ ...variables({}), nowMs }, stepsMax);

function within(run: Run, text: string, values: Record<string, FeelValue> = {}): FeelValue {
  const compiled = compileExpression(text);
  if (!compiled.ok) throw new Error(compiled.message);
  return compiled.expression.evaluateWithin(run, variables(values));
}

describe('evaluateWithin', () => {
  it('should see the variables of its own, and the outer ones after it', () => {
    const run = newRun();
    const outer = run.variables;
    expect(within(run, 'x + 1', { x: 1 })).toBe(2);
    expect(run.variables).toBe(outer);
  });

  it('should let a function see the variables of where it was written', () => {
    const run = newRun();
    const add = within(run, 'function(y) x + y', { x: 10 });
    expect(within(run, 'add(x)', { add, x: 1 })).toBe(11);
  });

  it('should share budget and warnings', () => {
    const run = newRun(1_000);
    within(run, 'missing');
    expect(run.warnings.map(({ type }) => type)).toEqual(['NO_VARIABLE_FOUND']);
    expect(() => {
      for (let round = 0; round < 10; round++) within(run, 'for i in 1..200 return i');
    }).toThrow(BudgetExceeded);
  });

  it('should fail with a sentence when an assert does not hold', () => {
    expect(() => within(newRun(), 'assert(x, x > 1)', { x: 1 })).toThrow(EvaluationFailed);
  });
});

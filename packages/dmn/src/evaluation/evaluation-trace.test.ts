import { toFeelString } from '@waggle/feel';
import { describe, expect, it } from 'vitest';
import { decision, dmn, evaluate, knowledge, literal } from '../../test/dmn-xml.ts';
import { limits } from '../limits.ts';

/** Ids with outputs, in order. */
function evaluated(xml: string, decisionId: string, variables?: string): string[] {
  const { evaluatedDecisions } = evaluate(xml, decisionId, variables);
  return evaluatedDecisions.map(({ decision: { id }, output }) => `${id}: ${toFeelString([output]).slice(1, -1)}`);
}

describe('what an evaluation tells', () => {
  it('should have every invocation of knowledge before the decision that makes it', () => {
    const xml = dmn(
      decision('a', literal('f(1) + f(2) + b'), { requires: 'bkm:f, b' }) +
        decision('b', literal('f(3)'), { requires: 'bkm:f' }) +
        knowledge('f', ['x'], literal('g(x) + 1'), 'bkm:g') +
        knowledge('g', ['x'], literal('x * 10')),
    );
    expect(evaluated(xml, 'a')).toEqual(['g: 30', 'f: 31', 'b: 31', 'g: 10', 'f: 11', 'g: 20', 'f: 21', 'a: 63']);
  });

  it('should have what a table inside an invocation matched', () => {
    const logic = `<decisionTable><input id="i"><inputExpression><text>x</text></inputExpression></input><output id="o"/>
      <rule id="r"><inputEntry><text>1</text></inputEntry><outputEntry><text>"one"</text></outputEntry></rule></decisionTable>`;
    const xml = dmn(decision('a', literal('f(1)'), { requires: 'bkm:f' }) + knowledge('f', ['x'], logic));
    expect(evaluate(xml, 'a').evaluatedDecisions[0]).toMatchObject({
      decision: { id: 'f', type: 'DECISION_TABLE' },
      inputs: [{ id: 'i', name: 'x', value: 1 }],
      matchedRules: [{ id: 'r', index: 1, outputs: [{ id: 'o', value: 'one' }] }],
    });
  });

  it('should have null for an invocation that failed', () => {
    const xml = dmn(
      decision('a', literal('f(1)'), { requires: 'bkm:f' }) + knowledge('f', ['x'], literal('assert(x, x > 5)')),
    );
    expect(evaluated(xml, 'a')).toEqual(['f: null', 'a: null']);
  });

  it('should have the value whose type failed', () => {
    const before = '<variable name="a" typeRef="number"/>';
    const evaluation = evaluate(dmn(decision('a', literal('["x", "y"]'), { before })), 'a');
    expect(evaluation).toMatchObject({ ok: false, evaluatedDecisions: [{ output: ['x', 'y'] }] });
  });

  it('should call knowledge by the name of its variable and by its own', () => {
    const f = knowledge('f', ['x'], literal('x * 10')).replace('<variable name="f"/>', '<variable name="times ten"/>');
    const xml = dmn(decision('a', literal('f(1) + times ten(2)'), { requires: 'bkm:f' }) + f);
    expect(evaluated(xml, 'a').at(-1)).toBe('a: 30');
  });

  it('should stop telling of invocations at the limit, and go on evaluating', () => {
    const calls = limits.recordedInvocationsMax + 1;
    const xml = dmn(
      decision('a', literal(`sum(for i in 1..${calls} return f(i) - i)`), { requires: 'bkm:f' }) +
        knowledge('f', ['x'], literal('x + 1')),
    );
    const entries = evaluated(xml, 'a');
    expect(entries).toHaveLength(limits.recordedInvocationsMax + 1);
    expect(entries.at(-1)).toBe(`a: ${calls}`);
  });

  it('should count what is told as work, so that large values told often end an evaluation', () => {
    const xml = dmn(
      decision('a', literal('count(for i in 1..1000 return f(i))'), { requires: 'bkm:f' }) +
        knowledge('f', ['x'], literal('text')),
    );
    const evaluation = evaluate(xml, 'a', JSON.stringify({ text: 'x'.repeat(100_000) }));
    expect(!evaluation.ok && evaluation.message).toMatch(/expected an evaluation of at most 2000000 steps/);
  });

  it('should end knowledge that calls itself for ever', () => {
    const xml = dmn(decision('a', literal('f(1)'), { requires: 'bkm:f' }) + knowledge('f', ['x'], literal('f(x + 1)')));
    const evaluation = evaluate(xml, 'a');
    expect(!evaluation.ok && evaluation.message).toMatch(/expected at most 100 nested function calls/);
  });
});

import { describe, expect, it } from 'vitest';
import { decision, dmn, evaluate, knowledge, literal, output, parsed } from '../test/dmn-xml.ts';

describe('parseDmn', () => {
  it('should read what a document declares, in any version of the standard', () => {
    const xml = dmn(decision('a', literal('1')), 'id="drg" name="Graph" namespace="http://x"');
    for (const namespace of [
      'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
      'http://www.omg.org/spec/DMN/20180521/MODEL/',
      'https://www.omg.org/spec/DMN/20211108/MODEL/',
      'https://www.omg.org/spec/DMN/20230324/MODEL/',
    ]) {
      const requirements = parsed(xml.replace('https://www.omg.org/spec/DMN/20191111/MODEL/', namespace));
      expect(requirements).toMatchObject({ id: 'drg', name: 'Graph', namespace: 'http://x' });
      expect(requirements.decisions).toEqual([{ id: 'a', name: 'a', type: 'LITERAL_EXPRESSION', versionTag: '' }]);
    }
  });

  it('should read the version tag of a decision', () => {
    const before = '<extensionElements><zeebe:versionTag value="v1"/></extensionElements>';
    expect(parsed(dmn(decision('a', literal('1'), { before }))).decisions[0]?.versionTag).toBe('v1');
  });
});

describe('evaluation of a graph', () => {
  const chain = dmn(
    decision('c', literal('a + b'), { requires: 'a, b' }) +
      decision('b', literal('a * x'), { requires: 'a' }) +
      decision('a', literal('x + 1')),
  );

  it('should evaluate required decisions first, each once', () => {
    const evaluation = evaluate(chain, 'c', '{"x": 2}');
    expect(evaluation).toMatchObject({ ok: true, output: 9 });
    expect(evaluation.evaluatedDecisions.map(({ decision: { id }, output }) => [id, output])).toEqual([
      ['a', 3],
      ['b', 6],
      ['c', 9],
    ]);
  });

  it('should let results win over variables', () => {
    expect(output(chain, 'b', '{"x": 2, "a": 100}')).toBe('6');
  });

  it('should name the decision that failed, and what was evaluated before it', () => {
    const xml = dmn(
      decision('c', literal('b'), { requires: 'a, b' }) +
        decision('b', literal('assert(x, x > 5)')) +
        decision('a', literal('x')),
    );
    const evaluation = evaluate(xml, 'c', '{"x": 2}');
    expect(evaluation).toMatchObject({ ok: false, failedDecisionId: 'b' });
    expect(!evaluation.ok && evaluation.message).toMatch(/^Expected to evaluate decision 'c', but /);
    expect(evaluation.evaluatedDecisions.map(({ decision: { id }, output }) => [id, output])).toEqual([
      ['a', 2],
      ['b', null],
    ]);
  });

  it('should tell of a decision that is not there', () => {
    expect(evaluate(chain, 'z')).toMatchObject({
      ok: false,
      message: "Expected to evaluate decision 'z', but no decision found with id 'z'",
      failedDecisionId: 'z',
    });
  });

  it('should collect the warnings of all expressions', () => {
    expect(evaluate(chain, 'c').warnings.map(({ type }) => type)).toContain('NO_VARIABLE_FOUND');
  });

  it('should call business knowledge models as functions, also those they require', () => {
    const xml = dmn(
      decision('d', literal('double(x) + 1'), { requires: 'bkm:double' }) +
        knowledge('double', ['n'], literal('add(n, n)'), 'bkm:add') +
        knowledge('add', ['a', 'b'], literal('a + b')),
    );
    expect(output(xml, 'd', '{"x": 4}')).toBe('9');
  });

  it('should evaluate chains of thousands of required decisions', () => {
    const links = Array.from({ length: 3_000 }, (_, index) =>
      decision(`d${index}`, literal(index === 0 ? '1' : `d${index - 1} + 1`), {
        requires: index === 0 ? '' : `d${index - 1}`,
      }),
    );
    expect(output(dmn(links.join('')), 'd2999')).toBe('3000');
  });

  it('should bound the work of a whole evaluation', () => {
    const loops = Array.from({ length: 1_000 }, (_, index) =>
      decision(`d${index}`, literal('count(for i in 1..100000 return i)')),
    );
    const all = loops.map((_, index) => `d${index}`).join(',');
    const evaluation = evaluate(dmn(loops.join('') + decision('all', literal('1'), { requires: all })), 'all');
    expect(evaluation).toMatchObject({ ok: false });
    expect(!evaluation.ok && evaluation.message).toMatch(/but expected an evaluation of at most 2000000 steps/);
  });
});

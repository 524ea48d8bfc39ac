import { describe, expect, it } from 'vitest';
import { decision, dmn, findings, knowledge, literal, output, parsed } from '../../test/dmn-xml.ts';
import { parseDmn } from '../parse-dmn.ts';

const one = literal('1');
const service = (content: string) => `<decisionService id="s" name="s">${content}</decisionService>`;
const lookup = (href: string, tag = 'requiredDecision') =>
  `<informationRequirement id="r"><${tag} href="${href}"/></informationRequirement>`;
const importOf =
  '<import name="other" namespace="http://o" importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>';

describe('deployment of a decision model', () => {
  it.each([
    ['another document', '<process id="p"/>', 'root-definitions p'],
    [
      'definitions without a name',
      dmn(decision('a', one), 'id="drg" namespace="http://t"'),
      'definitions-name-required drg',
    ],
    ['a decision without a name', dmn(`<decision id="a">${one}</decision>`), 'name-required a'],
    ['a decision with neither id nor name', dmn(`<decision id="">${one}</decision>`), 'decision-id-required drg'],
    ['an id used twice', dmn(decision('a', one) + decision('a', one)), 'id-unique a'],
    ['a decision without logic', dmn(decision('a', '')), 'decision-logic-required a'],
    ['logic of an unknown kind', dmn(decision('a', '<oracle/>')), 'logic-known a'],
    ['knowledge of an unknown kind', dmn(knowledge('f', [], '<oracle/>')), 'logic-known f'],
    ['a required decision that is missing', dmn(decision('a', lookup('#z') + one)), 'requirement-resolved r'],
    ['one of a document that is not at hand', dmn(decision('a', lookup('http://o#z') + one)), 'requirement-resolved r'],
    [
      'knowledge that is a decision',
      dmn(decision('a', one, { requires: 'bkm:b' }) + decision('b', one)),
      'requirement-resolved a',
    ],
    ['a service of nothing', dmn(service('<inputDecision href="#z"/>')), 'service-reference-resolved s'],
    ['a service without output', dmn(service('')), 'service-output-required s'],
    [
      'a service of input data',
      dmn(`<inputData id="i" name="i"/>${service('<outputDecision href="#i"/>')}`),
      'service-reference-resolved s',
    ],
    [
      'a function in Java',
      dmn(knowledge('f', [], one).replace('<encapsulatedLogic>', '<encapsulatedLogic kind="Java">')),
      'function-kind-feel f',
    ],
    ['an external function', dmn(decision('a', literal('function(x) external {java: {class: "A"}}'))), 'feel-valid a'],
    ['FEEL that is none', dmn(decision('a', literal('1 +'))), 'feel-valid a'],
    ['FEEL that is missing', dmn(decision('a', literal(''))), 'expression-text-required a'],
    ['another language', dmn(decision('a', literal('1', 'expressionLanguage="juel"'))), 'expression-language-feel a'],
  ])('should refuse %s', (_title, xml, finding) => {
    expect(findings(xml)).toContain(finding);
  });

  it('should name everything that is wrong at once, each with its element', () => {
    // given
    const xml = dmn(
      decision('a', literal('1 +')) +
        decision('b', literal('x', 'expressionLanguage="juel"')) +
        decision('c', '') +
        decision('d', '<decisionTable id="t" hitPolicy="MOST"/>', { requires: 'z' }),
    );

    // then
    expect(findings(xml)).toEqual([
      'feel-valid a',
      'expression-language-feel b',
      'decision-logic-required c',
      'requirement-resolved d',
      'decision-table-hit-policy-known t',
      'decision-table-output-required t',
    ]);
  });

  it('should tell which decisions require themselves, and not those that merely require them', () => {
    // given
    const xml = dmn(
      decision('before', one) +
        decision('a', one, { requires: 'b, before' }) +
        decision('b', one, { requires: 'a' }) +
        decision('after', one, { requires: 'a' }) +
        knowledge('f', [], one, 'bkm:g') +
        knowledge('g', [], one, 'bkm:f'),
    );

    // when
    const result = parseDmn(xml);

    // then
    expect(result.ok ? [] : result.findings.map(({ elementId, message }) => [elementId, message.slice(0, 48)])).toEqual(
      [
        ['a', 'Cyclic dependencies between decisions detected: '],
        ['b', 'Cyclic dependencies between decisions detected: '],
        ['f', "Cyclic dependencies between BKMs detected: 'f' i"],
        ['g', "Cyclic dependencies between BKMs detected: 'g' i"],
      ],
    );
  });

  it('should find the circle at the end of thousands of requirements', () => {
    const length = 5_000;
    const links = Array.from({ length }, (_, index) =>
      decision(`d${index}`, one, { requires: `d${index === 0 ? length - 1 : index - 1}` }),
    );
    expect(findings(dmn(links.join('')))[0]).toBe('requirements-acyclic d0');
  });

  it.each([
    ['input data that nobody declared', dmn(decision('a', lookup('#z', 'requiredInput') + literal('x')))],
    ['input data that is a decision', dmn(decision('a', lookup('#b', 'requiredInput') + one) + decision('b', one))],
    ['knowledge sources', dmn(`<knowledgeSource id="k" name="k"/>${decision('a', one)}`)],
    ['an import that nothing is required of', dmn(importOf + decision('a', one))],
    ['a business knowledge model without logic', dmn('<businessKnowledgeModel id="f" name="f"/>')],
    ['no decisions', dmn('')],
    [
      'a decision that is handed to a service',
      dmn(decision('a', '') + decision('b', one) + service('<outputDecision href="#b"/><inputDecision href="#a"/>')),
    ],
    ['a decision that has no id but a name', dmn(`<decision name="a">${one}</decision>`)],
  ])('should accept %s', (_title, xml) => {
    expect(findings(xml)).toEqual([]);
  });

  it('should leave a decision without logic null with the meaning of the standard', () => {
    const xml = dmn(decision('a', literal('b'), { requires: 'b' }) + decision('b', ''));
    expect(output(xml, 'a', '{}', { conformance: 'standard' })).toBe('null');
  });

  it('should not check again what was accepted before', () => {
    expect(parsed(dmn(decision('a', '')), { isAccepted: true }).decisions).toHaveLength(1);
  });
});

import { type FeelValue, toFeelString } from '@waggle/feel';
import { expect, test } from 'vitest';
import { sameValue } from './same-value.ts';
import { parseTestCaseFile } from './test-case-file.ts';

/** A file with one case, whose only input is `content`. */
function fileWith(content: string): string {
  return `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <modelName>loan.dmn</modelName>
    <labels><label>Compliance Level 2</label><label>Context</label></labels>
    <testCase id="001" type="decisionService" invocableName="Lending">
      <description>Of a service</description>
      <inputNode name="Applicant">${content}</inputNode>
      <resultNode name="Approved" type="decision"><expected><value xsi:type="xsd:boolean">true</value></expected></resultNode>
      <resultNode name="Rate" errorResult="true"><expected><value xsi:nil="true"/></expected></resultNode>
    </testCase>
  </testCases>`;
}

const inputOf = (content: string): FeelValue | undefined =>
  parseTestCaseFile(fileWith(content)).testCases[0]?.inputs.get('Applicant');

test('should read cases, labels and expected results', () => {
  // when
  const file = parseTestCaseFile(fileWith('<value xsi:type="xsd:string"> Ann </value>'));

  // then
  expect(file).toEqual({
    modelName: 'loan.dmn',
    labels: ['Compliance Level 2', 'Context'],
    testCases: [
      {
        id: '001',
        description: 'Of a service',
        type: 'decisionService',
        invocableName: 'Lending',
        inputs: new Map([['Applicant', ' Ann ']]),
        results: [
          { name: 'Approved', isError: false, value: true },
          { name: 'Rate', isError: true, value: null },
        ],
      },
    ],
  });
});

test.each([
  ['<value xsi:type="xsd:decimal"> .0325 </value>', '0.0325'],
  ['<value xsi:type="xsd:double">1E3</value>', '1000'],
  ['<value xsi:type="xsd:boolean">0</value>', 'false'],
  ['<value xsi:type="xsd:date">2026-02-28</value>', '2026-02-28'],
  ['<value xsi:type="xsd:time">10:30:00+01:00</value>', '10:30:00+01:00'],
  ['<value xsi:type="xsd:dateTime">2026-02-28T10:30:00Z</value>', '2026-02-28T10:30:00Z'],
  ['<value xsi:type="xsd:duration">P1Y2M</value>', 'P1Y2M'],
  ['<value xsi:type="xsd:duration">-PT90M</value>', '-PT1H30M'],
  ['<value>plain</value>', 'plain'],
  ['<value xsi:nil="true"/>', 'null'],
  ['<list xsi:nil="true"/>', 'null'],
  ['<list/>', '[]'],
  ['<list><item><value xsi:type="xsd:decimal">1</value></item><item><list/></item></list>', '[1, []]'],
  [
    '<component name="name"><value>Ann</value></component><component name="home"><component name="zip"><value xsi:nil="true"/></component></component>',
    '{name:"Ann", home:{zip:null}}',
  ],
])('should read %s', (content, expected) => {
  expect(toFeelString(inputOf(content) ?? null)).toBe(expected);
});

test.each([
  ['<value xsi:type="xsd:date">yesterday</value>', 'Expected a value of type "xsd:date", but found "yesterday".'],
  ['<value xsi:type="xsd:anyURI">x</value>', 'Expected a type of XML Schema that FEEL has, but found "xsd:anyURI".'],
])('should refuse %s', (content, message) => {
  expect(() => parseTestCaseFile(fileWith(content))).toThrow(message);
});

test.each([
  ['<value xsi:type="xsd:decimal">0.33333333</value>', '<value xsi:type="xsd:decimal">0.333333333333</value>', true],
  ['<value xsi:type="xsd:decimal">0.333</value>', '<value xsi:type="xsd:decimal">0.3333</value>', false],
  ['<value xsi:type="xsd:decimal">1</value>', '<value>1</value>', false],
  ['<value xsi:type="xsd:time">10:00:00Z</value>', '<value xsi:type="xsd:time">10:00:00+00:00</value>', true],
  ['<value xsi:type="xsd:time">10:00:00Z</value>', '<value xsi:type="xsd:time">11:00:00+01:00</value>', false],
  [
    '<value xsi:type="xsd:date">2026-01-01</value>',
    '<value xsi:type="xsd:dateTime">2026-01-01T00:00:00</value>',
    false,
  ],
  ['<value xsi:type="xsd:duration">P12M</value>', '<value xsi:type="xsd:duration">P1Y</value>', true],
  ['<value xsi:type="xsd:duration">PT0S</value>', '<value xsi:type="xsd:duration">P0M</value>', false],
  [
    '<component name="a"><value>1</value></component>',
    '<component name="a"><value>1</value></component><component name="b"><value xsi:nil="true"/></component>',
    false,
  ],
  ['<list><item><value>a</value></item></list>', '<value>a</value>', false],
  ['<value xsi:nil="true"/>', '<value xsi:nil="1"/>', true],
])('should compare %s with %s', (expected, actual, isSame) => {
  expect(sameValue(inputOf(expected) ?? null, inputOf(actual) ?? null)).toBe(isSame);
});

/** The DMN Technology Compatibility Kit's test-case files (testCases.xsd, namespace 20160719/testcase). */
import type { FeelValue } from '@waggle/feel';
import { childNamed, childrenNamed, parseXml, type XmlElement } from '@waggle/xml';
import { readTestValue } from './test-value.ts';

export interface TestCaseFile {
  /** File name of the model the cases are about, in the same folder. */
  readonly modelName: string;
  readonly labels: readonly string[];
  readonly testCases: readonly TestCase[];
}

export interface TestCase {
  readonly id: string;
  readonly description: string;
  readonly type: 'decision' | 'decisionService' | 'bkm';
  /** What a case of type decisionService or bkm invokes; undefined for decisions. */
  readonly invocableName: string | undefined;
  readonly inputs: ReadonlyMap<string, FeelValue>;
  readonly results: readonly ExpectedResult[];
}

export interface ExpectedResult {
  /** Name of a decision. */
  readonly name: string;
  /** The decision may fail instead of giving a value. */
  readonly isError: boolean;
  readonly value: FeelValue;
}

const namespaces = {
  'http://www.omg.org/spec/DMN/20160719/testcase': 'tck',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
};

/** @throws {Error} if the text is no such file. */
export function parseTestCaseFile(xml: string): TestCaseFile {
  const parsed = parseXml(xml, namespaces);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  const { root } = parsed;
  if (root.name !== 'tck:testCases')
    throw new Error(`Expected a testCases element of the kit, but found ${root.name}.`);
  const labels = childNamed(root, 'tck:labels');
  return {
    modelName: childNamed(root, 'tck:modelName')?.text.trim() ?? '',
    labels: labels === undefined ? [] : childrenNamed(labels, 'tck:label').map((label) => label.text.trim()),
    testCases: childrenNamed(root, 'tck:testCase').map(testCaseOf),
  };
}

function testCaseOf(element: XmlElement): TestCase {
  const type = element.attributes.get('type') ?? 'decision';
  if (type !== 'decision' && type !== 'decisionService' && type !== 'bkm') {
    throw new Error(`Expected a test case of type decision, decisionService or bkm, but found "${type}".`);
  }
  return {
    id: element.attributes.get('id') ?? '',
    description: childNamed(element, 'tck:description')?.text.trim() ?? '',
    type,
    invocableName: element.attributes.get('invocableName'),
    inputs: new Map(
      childrenNamed(element, 'tck:inputNode').map((input) => [
        input.attributes.get('name') ?? '',
        readTestValue(input),
      ]),
    ),
    results: childrenNamed(element, 'tck:resultNode').map(resultOf),
  };
}

function resultOf(element: XmlElement): ExpectedResult {
  const expected = childNamed(element, 'tck:expected');
  return {
    name: element.attributes.get('name') ?? '',
    isError: element.attributes.get('errorResult') === 'true',
    value: expected === undefined ? null : readTestValue(expected),
  };
}

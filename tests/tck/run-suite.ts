/** Evaluates the cases of a suite through the public interface of the packages, one after another. */
import { type DecisionEvaluation, type DecisionRequirements, parseDmn } from '@waggle/dmn';
import { type Conformance, type FeelValue, toFeelString } from '@waggle/feel';
import { sameValue } from './same-value.ts';
import type { ExpectedResult, TestCase } from './test-case-file.ts';
import type { TestSuite } from './test-suite.ts';

/** One result of one case: the kit counts these. */
export interface TestResult {
  readonly conformance: Conformance;
  readonly suite: string;
  readonly level: string;
  readonly labels: readonly string[];
  /** `suite/case/decision`: what a list of known differences names. */
  readonly id: string;
  readonly description: string;
  readonly expected: string;
  readonly actual: string;
  readonly outcome: 'passed' | 'failed';
  /** Empty when passed. */
  readonly reason: string;
}

/** The clock of every case; the kit cannot test more of it than its type. */
const nowMs = Date.UTC(2026, 0, 15, 12);

/**
 * @param conformance whose meaning holds where Camunda and the standard disagree
 * @param isSkipped leaves out results by their id. Yields each result's id before it is computed.
 */
export function* runSuite(
  suite: TestSuite,
  conformance: Conformance,
  isSkipped: (id: string) => boolean,
): Generator<{ readonly started: string } | TestResult> {
  for (const { file, model } of suite.files) {
    const parsed = attempt(() => parseDmn(model, { importedDocument: suite.importedDocument, conformance }));
    for (const testCase of file.testCases) {
      for (const expected of testCase.results) {
        const id = `${suite.name}/${testCase.id}/${expected.name}`;
        if (isSkipped(id)) continue;
        yield { started: id };
        const outcome =
          'error' in parsed
            ? failure('', `The model could not be read: ${parsed.error}`)
            : !parsed.value.ok
              ? failure('', `The model is refused: ${parsed.value.findings.map(({ message }) => message).join(' ')}`)
              : runResult(parsed.value.requirements, testCase, expected);
        yield {
          conformance,
          suite: suite.name,
          level: suite.level,
          labels: suite.labels,
          id,
          description: testCase.description,
          expected: expected.isError ? 'an error or null' : described(expected.value),
          ...outcome,
        };
      }
    }
  }
}

type Outcome = Pick<TestResult, 'actual' | 'outcome' | 'reason'>;

const failure = (actual: string, reason: string): Outcome => ({ actual, outcome: 'failed', reason });

function runResult(requirements: DecisionRequirements, testCase: TestCase, expected: ExpectedResult): Outcome {
  const evaluated = attempt(() => evaluate(requirements, testCase, expected));
  if ('error' in evaluated) return failure('', `The evaluation threw: ${evaluated.error}`);
  const evaluation = evaluated.value;
  if (typeof evaluation === 'string') return failure('', evaluation);
  if (!evaluation.ok) {
    return expected.isError
      ? { actual: evaluation.message, outcome: 'passed', reason: '' }
      : failure('a failure', evaluation.message);
  }
  const output = outputOf(evaluation.output, testCase, expected);
  if (sameValue(expected.isError ? null : expected.value, output)) {
    return { actual: described(output), outcome: 'passed', reason: '' };
  }
  const warnings = evaluation.warnings.map(({ message }) => message).join('; ');
  return failure(described(output), warnings === '' ? 'The values differ.' : `The values differ (${warnings}).`);
}

function evaluate(
  requirements: DecisionRequirements,
  { type, invocableName, inputs }: TestCase,
  { name }: ExpectedResult,
): DecisionEvaluation | string {
  const context = { variable: (variable: string) => inputs.get(variable), nowMs };
  if (type === 'decisionService') return requirements.evaluateService(invocableName ?? name, context);
  if (type === 'bkm') return 'Business knowledge models cannot be invoked from outside.';
  const decision = requirements.decisions.find((candidate) => candidate.name === name);
  if (decision === undefined) return `Expected a decision named "${name}", but the model has none.`;
  return requirements.evaluate(decision.id, context);
}

/** A service with several output decisions gives a context of them, of which each result names one. */
function outputOf(output: FeelValue, testCase: TestCase, expected: ExpectedResult): FeelValue {
  const isOneOfSeveral = testCase.type === 'decisionService' && testCase.results.length > 1;
  return isOneOfSeveral && output instanceof Map ? (output.get(expected.name) ?? null) : output;
}

function described(value: FeelValue): string {
  // In a list, strings are quoted.
  const text = attempt(() => toFeelString([value]).slice(1, -1));
  return 'error' in text ? '(too large to print)' : text.value;
}

function attempt<T>(action: () => T): { readonly value: T } | { readonly error: string } {
  try {
    return { value: action() };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

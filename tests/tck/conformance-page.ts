/** Writes docs/conformance.md from a run over the public kit; `npm run tck -- FOLDER --update-docs` does it. */
import { type KitSummary, percentOf, type Tally } from './kit-summary.ts';
import { type KnownDifference, reasonsById } from './known-differences.ts';
import type { TestResult } from './run-suite.ts';

export function conformancePage(
  summary: KitSummary,
  results: readonly TestResult[],
  differences: readonly KnownDifference[],
): string {
  const reasonOf = reasonsById(differences);
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const other = failed.filter(({ id }) => reasonOf(id) === undefined);
  return `# Conformance of decisions and FEEL

<!-- Written by \`npm run tck -- FOLDER --update-docs\`; the list of differences is tests/tck/known-differences.ts. -->

The Object Management Group's DMN standard has a public Technology Compatibility Kit
([dmn-tck/tck](https://github.com/dmn-tck/tck)): models, inputs, and the values every engine should give. These figures come
from a run over its compliance levels 2 and 3. A case counts once for each decision it asks for, and passes when kind and
content of the value are the expected ones (numbers to 1e-8, as the kit's own runners do); where the kit expects an error,
null or a failed evaluation.

${table('Level', [...summary.levels, summary.all])}

## By label

A suite counts for each of the labels the kit gives it.

${table('Label', summary.labels)}

## Known differences

Where Camunda 8 documents another value than the kit expects, decisions give Camunda's: models must not change their
results by moving. ${failed.length - other.length} of ${results.length} cases differ for a reason:

${differences.length === 0 ? 'None.\n' : differences.map(differenceText).join('\n')}
${other.length === 0 ? '' : `### Not yet right\n\n${other.map(({ id, description }) => `- \`${id}\` ${oneLine(description)}`.trimEnd()).join('\n')}\n`}
## How to repeat it

\`\`\`sh
git clone https://github.com/dmn-tck/tck
npm run tck -- tck/TestCases                        # all; --quiet for the tables alone
npm run tck -- tck/TestCases --only 0068            # some suites, or one case: --only 0068-feel-equality/001
npm run tck -- tck/TestCases --label "Compliance Level 2"
npm run tck -- tck/TestCases --json results.json    # every case with expected and actual value
\`\`\`

The exit code is 1 when a case fails that is not listed above, or a listed one passes. A set of our own cases in the same
format (\`tests/tck/testdata\`) runs with the other tests, \`npm test\`.
`;
}

function table(title: string, tallies: readonly Tally[]): string {
  const rows = tallies.map((tally) => `| ${tally.name} | ${tally.passed} | ${tally.total} | ${percentOf(tally)} |`);
  return [`| ${title} | Passed | Cases | |`, '| --- | ---: | ---: | ---: |', ...rows].join('\n');
}

function differenceText({ reason, cases }: KnownDifference): string {
  return `- ${reason} (${cases.length}: ${cases.map((id) => `\`${id}\``).join(', ')})\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 120);

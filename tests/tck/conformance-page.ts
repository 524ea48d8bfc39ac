/** Writes docs/conformance.md from a run over the public kit; `npm run tck -- FOLDER --update-docs` does it. */
import type { KitFindings } from './kit-run.ts';
import { type KitSummary, percentOf, type SummaryRow } from './kit-summary.ts';
import type { KnownDifference } from './known-differences.ts';

export function conformancePage(
  summary: KitSummary,
  findings: readonly KitFindings[],
  differences: readonly KnownDifference[],
): string {
  return `# Conformance of decisions and FEEL

<!-- Written by \`npm run tck -- FOLDER --update-docs\`; the list of differences is tests/tck/known-differences.ts. -->

The Object Management Group's DMN standard has a public Technology Compatibility Kit
([dmn-tck/tck](https://github.com/dmn-tck/tck)): models, inputs, and the values every engine should give. These figures come
from a run over its compliance levels 2 and 3. A case counts once for each decision it asks for, and passes when kind and
content of the value are the expected ones (numbers to 1e-8, as the kit's own runners do); where the kit expects an error,
null or a failed evaluation.

There are two columns, since in some places Camunda 8 gives another value than the standard asks for:

- **Camunda**: what the server gives, always. Models must not change their results by moving here from Camunda 8, so its
  meaning holds wherever an expression or a decision works there; each such place was compared with Camunda's own engine.
  What Camunda 8 only lacks (names of several words, decision services, boxed conditionals, iterators and filters, item
  definitions in \`instance of\`, …) is the standard's here, too.
- **Standard**: the same code asked for the standard's meaning in those places (\`conformance: 'standard'\` of \`parseDmn\` and
  \`compileExpression\`). No setting of the server selects it; it is there to tell what is missing from what is meant
  otherwise. The places are listed in \`packages/feel/src/conformance.ts\` and \`packages/dmn/README.md\`.

${table('Level', [...summary.levels, summary.all])}

## By label

A suite counts for each of the labels the kit gives it.

${table('Label', summary.labels)}

## Folders with differences

Every other folder of the kit passes whole in both columns.

${table('Folder', summary.suites.filter(isIncomplete))}

## Known differences

Every case that does not pass, with its reason.

### Where Camunda means something else (the server)

${list(differences.filter(({ conformance }) => conformance === 'camunda'))}
### Elsewhere (both columns)

${list(differences.filter(({ conformance }) => conformance === 'both'))}
${notListed(findings)}## How to repeat it

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

function isIncomplete({ total, passed: { standard = 0, camunda = 0 } }: SummaryRow): boolean {
  return standard < total || camunda < total;
}

function table(title: string, rows: readonly SummaryRow[]): string {
  const lines = rows.map(({ name, total, passed: { standard = 0, camunda = 0 } }) => {
    return `| ${name} | ${total} | ${standard} | ${percentOf(standard, total)} | ${camunda} | ${percentOf(camunda, total)} |`;
  });
  return [`| ${title} | Cases | Standard | | Camunda | |`, '| --- | ---: | ---: | ---: | ---: | ---: |', ...lines].join(
    '\n',
  );
}

function list(differences: readonly KnownDifference[]): string {
  if (differences.length === 0) return 'None.\n';
  return `${differences.map(({ reason, cases }) => `- ${reason} (${cases.map((id) => `\`${id}\``).join(', ')})`).join('\n')}\n`;
}

function notListed(findings: readonly KitFindings[]): string {
  const ids = new Set(findings.flatMap(({ unexpected }) => unexpected.map(({ id }) => id)));
  return ids.size === 0 ? '' : `### Not yet right\n\n${[...ids].map((id) => `\`${id}\``).join(', ')}\n\n`;
}

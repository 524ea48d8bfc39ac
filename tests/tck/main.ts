/**
 * `npm run tck -- FOLDER`: runs the cases of a DMN Technology Compatibility Kit (github.com/dmn-tck/tck, `TestCases`),
 * once with the standard's meaning where Camunda's differs, and once with Camunda's, which is what a server has.
 *
 *   --conformance standard|camunda  only one of the two
 *   --label LABEL                   only suites with this label, e.g. "Compliance Level 2"
 *   --only NAME                     only suites with this in their name, or the one case `suite/case`
 *   --json FILE                     also writes every result into this file
 *   --update-docs                   also writes docs/conformance.md; only for a run over the whole public kit
 *   --quiet                         the tables alone, without each failing case
 *
 * Exit code 0 when all cases pass or differ as known; 1 when others fail, or one known to differ passes; 2 for wrong
 * arguments.
 */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryPath } from '../repository-path.ts';
import { conformancePage } from './conformance-page.ts';
import { findingsOf, type KitRun } from './kit-run.ts';
import { percentOf, type SummaryRow, summarize } from './kit-summary.ts';
import { knownDifferences } from './known-differences.ts';
import { runKitGuarded } from './run-kit.ts';
import type { TestResult } from './run-suite.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    conformance: { type: 'string' },
    label: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string' },
    'update-docs': { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});
const { conformance, label, only, json } = values;
const [folder, ...others] = positionals;
const conformances = (['standard', 'camunda'] as const).filter((name) => name === (conformance ?? name));
if (
  folder === undefined ||
  others.length > 0 ||
  conformances.length === 0 ||
  !statSync(folder, { throwIfNoEntry: false })?.isDirectory()
) {
  console.error(
    'Expected one folder with test cases: npm run tck -- FOLDER [--conformance standard|camunda] [--label LABEL] [--only NAME] [--json FILE] [--update-docs] [--quiet]',
  );
  process.exit(2);
}
if (values['update-docs'] && [conformance, label, only].some((filter) => filter !== undefined)) {
  console.error('Expected --update-docs without a filter, since the page is about the whole kit.');
  process.exit(2);
}

const runs: KitRun[] = [];
for (const name of conformances) {
  const selection = { ...(label === undefined ? {} : { label }), ...(only === undefined ? {} : { only }) };
  runs.push({ conformance: name, results: await runKitGuarded(folder, { ...selection, conformance: name }) });
}
const findings = runs.map((run) => findingsOf(run, knownDifferences));
if (!values.quiet) {
  for (const { unexpected } of findings) for (const result of unexpected) console.log(textOf(result));
}
const summary = summarize(runs);
printTable('Level', [...summary.levels, summary.all]);
printTable('Label', summary.labels);
printTable('Suite', summary.suites);
for (const { run, differing, unexpected, passing } of findings) {
  for (const { id } of passing) console.log(`Listed as a known difference, but passes (${run.conformance}): ${id}`);
  const passed = run.results.length - differing.length - unexpected.length;
  console.log(
    `${run.conformance}: ${run.results.length} cases, ${passed} passed, ${differing.length} differ as known, ${unexpected.length} failed`,
  );
}
if (json !== undefined) writeFileSync(json, `${JSON.stringify({ summary, runs }, undefined, 1)}\n`);
if (values['update-docs']) {
  writeFileSync(join(repositoryPath, 'docs/conformance.md'), conformancePage(summary, findings, knownDifferences));
}
const isAsExpected = findings.every(({ unexpected, passing }) => unexpected.length === 0 && passing.length === 0);
process.exitCode = isAsExpected ? 0 : 1;

function textOf({ conformance, id, description, expected, actual, reason }: TestResult): string {
  return [
    `FAILED (${conformance}) ${id}${description === '' ? '' : `: ${description.replace(/\s+/g, ' ')}`}`,
    `  expected ${expected}`,
    ...(actual === '' ? [] : [`  actual   ${actual}`]),
    `  because  ${reason}`,
  ].join('\n');
}

function printTable(title: string, rows: readonly SummaryRow[]): void {
  const width = Math.max(title.length, ...rows.map(({ name }) => name.length));
  console.log(`\n${title.padEnd(width)}   cases${conformances.map((name) => name.padStart(18)).join('')}`);
  for (const row of rows) {
    const columns = conformances.map((name) => {
      const passed = row.passed[name] ?? 0;
      return `${String(passed).padStart(9)} ${percentOf(passed, row.total).padStart(8)}`;
    });
    console.log(`${row.name.padEnd(width)}  ${String(row.total).padStart(6)}${columns.join('')}`);
  }
  console.log('');
}

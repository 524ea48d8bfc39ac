/**
 * `npm run tck -- FOLDER`: runs the cases of a DMN Technology Compatibility Kit (github.com/dmn-tck/tck, `TestCases`).
 *
 *   --label LABEL   only suites with this label, e.g. "Compliance Level 2"
 *   --only NAME     only suites with this in their name, or the one case `suite/case`
 *   --json FILE     also writes every result into this file
 *   --update-docs   also writes docs/conformance.md; only for a run over the whole public kit
 *   --quiet         the tables alone, without each failing case
 *
 * Exit code 0 when all cases pass or differ as known; 1 when others fail, or one known to differ passes; 2 for wrong
 * arguments.
 */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryPath } from '../repository-path.ts';
import { conformancePage } from './conformance-page.ts';
import { percentOf, summarize, type Tally } from './kit-summary.ts';
import { knownDifferences, reasonsById } from './known-differences.ts';
import { runKitGuarded } from './run-kit.ts';
import type { TestResult } from './run-suite.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    label: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string' },
    'update-docs': { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});
const { label, only, json } = values;
const [folder, ...others] = positionals;
const isPartial = label !== undefined || only !== undefined;
if (folder === undefined || others.length > 0 || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(
    'Expected one folder with test cases: npm run tck -- FOLDER [--label LABEL] [--only NAME] [--json FILE] [--update-docs] [--quiet]',
  );
  process.exit(2);
}
if (values['update-docs'] && isPartial) {
  console.error('Expected --update-docs without --label and --only, since the page is about the whole kit.');
  process.exit(2);
}

const results = await runKitGuarded(folder, {
  ...(label === undefined ? {} : { label }),
  ...(only === undefined ? {} : { only }),
});
const reasonOf = reasonsById(knownDifferences);
const failed = results.filter(({ outcome }) => outcome === 'failed');
const unexpected = failed.filter(({ id }) => reasonOf(id) === undefined);
const passingAllTheSame = results.filter(({ id, outcome }) => outcome === 'passed' && reasonOf(id) !== undefined);

if (!values.quiet) for (const result of failed) console.log(textOf(result));
const summary = summarize(results);
printTable('Level', [...summary.levels, summary.all]);
printTable('Label', summary.labels);
printTable('Suite', summary.suites);
for (const { id } of passingAllTheSame) console.log(`Listed as a known difference, but passes: ${id}`);
console.log(
  `${results.length} cases: ${results.length - failed.length} passed, ${failed.length - unexpected.length} differ as known, ${unexpected.length} failed`,
);
if (json !== undefined) writeFileSync(json, `${JSON.stringify({ summary, results }, undefined, 1)}\n`);
if (values['update-docs']) {
  writeFileSync(join(repositoryPath, 'docs/conformance.md'), conformancePage(summary, results, knownDifferences));
}
process.exitCode = unexpected.length > 0 || passingAllTheSame.length > 0 ? 1 : 0;

function textOf({ id, description, expected, actual, reason }: TestResult): string {
  const known = reasonOf(id);
  return [
    `${known === undefined ? 'FAILED' : 'differs'} ${id}${description === '' ? '' : ` (${description.replace(/\s+/g, ' ')})`}`,
    `  expected ${expected}`,
    ...(actual === '' ? [] : [`  actual   ${actual}`]),
    `  because  ${known ?? reason}`,
  ].join('\n');
}

function printTable(title: string, tallies: readonly Tally[]): void {
  const width = Math.max(title.length, ...tallies.map(({ name }) => name.length));
  console.log(`\n${title.padEnd(width)}  passed  total        %`);
  for (const tally of tallies) {
    const [passed, total, percent] = [String(tally.passed), String(tally.total), percentOf(tally)];
    console.log(`${tally.name.padEnd(width)}  ${passed.padStart(6)} ${total.padStart(6)} ${percent.padStart(8)}`);
  }
  console.log('');
}

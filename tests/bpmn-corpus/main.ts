/**
 * `npm run bpmn-corpus -- FOLDER`: reads every `.bpmn` file in the folder and says what a deployment would say.
 *
 *   --as-executable   looks into every process, also into those that are drawn only
 *   --summary         the rules and how many files break them, instead of each file
 *
 * Exit code 0, also when files are refused; 1 when reading a file crashed; 2 for wrong arguments.
 */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CorpusResult, checkCorpus } from './check-corpus.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'as-executable': { type: 'boolean', default: false }, summary: { type: 'boolean', default: false } },
});
const [folder, ...others] = positionals;
if (folder === undefined || others.length > 0 || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error('Expected one folder with BPMN files: npm run bpmn-corpus -- FOLDER [--as-executable] [--summary]');
  process.exit(2);
}

const counts = { accepted: 0, refused: 0, crashed: 0 };
const filesByRule = new Map<string, number>();
for (const result of checkCorpus(folder, { asExecutable: values['as-executable'] })) {
  counts[result.outcome] += 1;
  for (const rule of rulesOf(result)) filesByRule.set(rule, (filesByRule.get(rule) ?? 0) + 1);
  if (!values.summary || result.outcome === 'crashed') console.log(textOf(result));
}
if (values.summary) {
  for (const [rule, files] of [...filesByRule].sort(([, a], [, b]) => b - a)) console.log(`${files}\t${rule}`);
}
console.log(`${counts.accepted} accepted, ${counts.refused} refused, ${counts.crashed} crashed`);
process.exitCode = counts.crashed > 0 ? 1 : 0;

function rulesOf(result: CorpusResult): ReadonlySet<string> {
  return new Set(result.outcome === 'refused' ? result.findings.map(({ rule }) => rule) : []);
}

function textOf(result: CorpusResult): string {
  switch (result.outcome) {
    case 'accepted':
      return `accepted ${result.file}`;
    case 'crashed':
      return `CRASH    ${result.file}\n${result.error.stack ?? result.error.message}`;
    case 'refused':
      return [
        `refused  ${result.file}`,
        ...result.findings.map(({ elementId, rule, message }) => `           ${elementId} (${rule}): ${message}`),
      ].join('\n');
  }
}

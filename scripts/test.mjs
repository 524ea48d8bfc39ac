/**
 * Runs the checks and the tests and ends with one line `N passed, N failed[, N skipped]`. Runs on the pinned Node.
 *
 *   all    format and lint, type check, every test
 *   unit   the packages' unit tests: under a minute
 *   check  format and lint, type check
 *
 * Further arguments go to Vitest. With CI=true a skipped test is a failure.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryPath } from './repository.mjs';
import { countTests, formatCounts } from './test-counts.mjs';

const checks = [
  { title: 'format and lint', script: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings', '.'] },
  { title: 'types', script: 'typescript/bin/tsc', args: ['-p', '.'] },
  { title: 'types of the web apps', script: 'typescript/bin/tsc', args: ['-p', 'packages/web'] },
];

const [scope = 'all', ...vitestArgs] = process.argv.slice(2);
const counts = { passed: 0, failed: 0, skipped: 0 };
let isOk = true;

if (scope !== 'unit') {
  for (const check of checks) {
    console.log(`\n── ${check.title}`);
    const exitCode = await runTool(check.script, check.args);
    counts[exitCode === 0 ? 'passed' : 'failed'] += 1;
    isOk &&= exitCode === 0;
  }
}
if (scope !== 'check') {
  console.log('\n── tests');
  isOk = (await runTests(scope === 'unit' ? ['--project', 'unit', ...vitestArgs] : vitestArgs)) && isOk;
}
if (process.env.CI === 'true' && counts.skipped > 0) {
  console.log(`Expected no skipped test with CI=true, but ${counts.skipped} were skipped.`);
  isOk = false;
}
console.log(formatCounts(counts));
process.exitCode = isOk && counts.failed === 0 ? 0 : 1;

async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-test-'));
  try {
    const resultFile = join(folder, 'results.json');
    const exitCode = await runTool('vitest/vitest.mjs', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${resultFile}`,
      ...args,
    ]);
    const { passed, failed, skipped } = countTests(JSON.parse(readFileSync(resultFile, 'utf8')));
    counts.passed += passed;
    counts.failed += failed;
    counts.skipped += skipped;
    if (exitCode !== 0 && failed === 0) console.log(`Vitest ended with exit code ${exitCode}: see the errors above.`);
    return exitCode === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runTool(script, args) {
  const child = spawn(process.execPath, [join(repositoryPath, 'node_modules', script), ...args], {
    cwd: repositoryPath,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
}

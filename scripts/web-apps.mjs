import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from './repository.mjs';
import { SetupError } from './setup-error.mjs';

/** In the folder of the apps. Which sources the build belongs to; written last, so that a build that broke off does not count. */
const STAMP_FILE = 'packages/web/dist/.built-from';
/** What goes into the build: the apps, and the packages that also run in the browser. */
const sources = ['web', 'protocol', 'feel', 'xml', 'dmn', 'bpmn', 'engine', 'state'];

/**
 * Builds the web apps when they are missing or older than their sources.
 * @param runtime path of the Node that builds. @param repository folder with `packages`; default ours. @throws {SetupError}
 */
export async function ensureWebApps(runtime, repository = repositoryPath) {
  const stampFile = join(repository, STAMP_FILE);
  const sourceHash = hashSources(repository);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === sourceHash) return;
  const startMs = Date.now();
  console.error('Building the web apps; this takes some seconds after a change …');
  const { exitCode, output } = await build(runtime, repository);
  if (exitCode !== 0) {
    throw new SetupError(
      `${output.trim()}\n\nExpected the web apps to be built, but the build ended with exit code ${exitCode}. Mend what the message above names; "npm run check" checks types and style.`,
    );
  }
  writeFileSync(stampFile, `${sourceHash}\n`);
  console.error(`Web apps built in ${((Date.now() - startMs) / 1000).toFixed(1)} s.`);
}

function hashSources(repository) {
  const hash = createHash('sha256').update(readFileSync(join(repository, 'package-lock.json')));
  for (const name of sources) {
    const folder = join(repository, 'packages', name);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !/[\\/](node_modules|dist|bench|test)[\\/]|\.test\.tsx?$|\.md$/.test(path.slice(folder.length)))
      .sort();
    for (const file of files) hash.update(file.slice(repository.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Collects the output instead of showing it: on success it is noise. */
function build(runtime, repository) {
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const child = spawn(runtime, [vite, 'build', join(repository, 'packages/web'), '--logLevel', 'warn'], {
    cwd: repository,
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (cause) =>
      reject(new SetupError(`Expected to run ${runtime}, but it failed: ${cause.message}.`)),
    );
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}

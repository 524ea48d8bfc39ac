import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from './repository.mjs';
import { SetupError } from './setup-error.mjs';

const lockFile = join(repositoryPath, 'package-lock.json');
const modulesFolder = join(repositoryPath, 'node_modules');
/** Written last by npm itself, so it is missing after an installation that broke off. */
const npmMarkerFile = join(modulesFolder, '.package-lock.json');
/** Ours: which lock file the installed packages belong to. */
const stampFile = join(modulesFolder, '.waggle-installed');

/** Runs `npm ci` when `node_modules` is missing or does not belong to the lock file. @throws {SetupError} */
export async function ensureDependencies() {
  const lockHash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (isInstalled(lockHash)) return;
  await install();
  writeFileSync(stampFile, `${lockHash}\n`);
}

function isInstalled(lockHash) {
  if (!existsSync(npmMarkerFile)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === lockHash) return true;
  // Someone ran `npm install` or `npm ci` directly: npm's marker is then at least as new as the lock file.
  return statSync(npmMarkerFile).mtimeMs >= statSync(lockFile).mtimeMs;
}

async function install() {
  const reason = existsSync(modulesFolder)
    ? 'node_modules does not belong to package-lock.json'
    : 'node_modules is missing';
  const startMs = Date.now();
  console.error(`Installing dependencies with "npm ci" (${reason}); the first time this takes a minute or two …`);
  const { exitCode, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (exitCode !== 0) {
    throw new SetupError(
      `${output.trim()}\n\nExpected "npm ci" to install the dependencies, but it ended with exit code ${exitCode}. ` +
        'Check the message above: without network access set a reachable registry (npm config set registry URL), ' +
        `with too little space free some disk; then start again, or run "npm ci" in ${repositoryPath} yourself.`,
    );
  }
  console.error(`Dependencies installed in ${Math.round((Date.now() - startMs) / 1000)} s.`);
}

/** Collects the output instead of showing it: on success it is noise. */
function runNpm(args) {
  // Inside an npm script this names the npm that runs it; `npm` on Windows is a batch file and needs a shell.
  const npmScript = process.env.npm_execpath;
  const isNpm = npmScript !== undefined && /npm-cli\.c?js$/.test(npmScript);
  const child = isNpm
    ? spawn(process.execPath, [npmScript, ...args], { cwd: repositoryPath })
    : spawn('npm', args, { cwd: repositoryPath, shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (cause) =>
      reject(
        new SetupError(
          `Expected to run npm, but it could not be started (${cause.message}). Install Node with npm from nodejs.org.`,
        ),
      ),
    );
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}

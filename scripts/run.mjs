/**
 * The door to everything: `npm start`, `npm test` and the other scripts come through here. Plain JavaScript for Node 18
 * and newer, importing nothing from npm, because it runs before dependencies are installed and under whatever Node the
 * machine has. It installs what is missing and hands over to the Node version this repository pins.
 */
import { ensureDependencies } from './dependencies.mjs';
import { handOver } from './hand-over.mjs';
import { findRuntime } from './pinned-runtime.mjs';
import { SetupError } from './setup-error.mjs';
import { ensureWebApps } from './web-apps.mjs';

const CLI = 'packages/cli/bin/waggle.mjs';

/** What the pinned runtime is started with; the caller's arguments follow. */
const commands = {
  start: [CLI, 'start'],
  cli: [CLI],
  test: ['scripts/test.mjs', 'all'],
  'test:unit': ['scripts/test.mjs', 'unit'],
  check: ['scripts/test.mjs', 'check'],
  bench: ['bench/main.ts'],
  'bench:search': ['bench/search/main.ts'],
  'bench:web': ['bench/web/main.ts'],
  fuzz: ['scripts/fuzz.mjs'],
  scenarios: ['tests/scenarios/main.ts'],
  'bpmn-corpus': ['tests/bpmn-corpus/main.ts'],
  tck: ['tests/tck/main.ts'],
  'web-api': ['scripts/web-api.ts'],
  pictures: ['scripts/pictures.ts'],
};

/** Those that serve them or look at them. */
const NEED_WEB_APPS = ['start', 'test', 'pictures', 'bench:web'];

try {
  const [name, ...rest] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
  if (command === undefined) {
    throw new SetupError(
      `Expected one of ${Object.keys(commands).join(', ')} as first argument, but got ${name === undefined ? 'none' : `"${name}"`}.`,
    );
  }
  await ensureDependencies();
  const runtime = findRuntime();
  if (NEED_WEB_APPS.includes(name)) await ensureWebApps(runtime);
  await handOver(runtime, [...command, ...rest]);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

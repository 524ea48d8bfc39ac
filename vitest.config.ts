/**
 * Which tests there are and how they run. One after another by group, since the groups behind load the whole machine.
 *
 * `vitest run --root packages/NAME` runs one package: the patterns without `packages/` are for that.
 */

import { defineConfig } from 'vitest/config';
import { hasPostgresPrograms } from './packages/secondary-storage/test/postgres-programs.ts';
import { hasChromium } from './tests/web/chromium-program.ts';

/** A unit test that needs longer is not a unit test. */
const UNIT_TIMEOUT_MS = 10_000;
/** Starting a server, connecting a client and running a process, on a machine busy with other work. */
const END_TO_END_TIMEOUT_MS = 60_000;
/** Twenty and more kills and restarts, each with the time to load data; the test bounds itself at about two minutes. */
const CRASH_TIMEOUT_MS = 300_000;

/**
 * Each file of these tests has a server of its own, and perhaps a browser: one waits while the other works. More at once, also
 * on a larger machine, would measure the machine.
 */
const SERVERS_AT_ONCE = 2;

/** Tests of packages that start processes and threads, and kill them: too slow for the fast part. */
const PROCESS_TESTS = [
  '**/src/**/kill.test.ts',
  '**/src/**/*.kill.test.ts',
  '**/src/**/threads.test.ts',
  '**/broker/src/global-listeners.test.ts',
  '**/src/search-index/search-index-export.test.ts',
];

/** Tests that make their cases by the hundred: every operation with every mistake, random processes, damage at every byte. Too slow for the fast part. */
const GENERATED_TESTS = [
  '**/src/**/*.fuzz.test.ts',
  '**/src/**/*.property.test.ts',
  '**/src/**/*.scale.test.ts',
  '**/src/**/damage.test.ts',
  '**/src/**/power-loss.test.ts',
  '**/src/behavior/interleaving.test.ts',
  '**/src/message-partitions.test.ts',
  '**/src/rdbms/random-process.test.ts',
  '**/src/record-value.test.ts',
  '**/src/rest/fuzz.test.ts',
  '**/src/rest/wrong-bodies.test.ts',
  '**/src/rest/negative-matrix.test.ts',
  '**/src/random-process.test.ts',
  '**/src/replay/random-process.test.ts',
  '**/src/replay/scenario/random-scenario.test.ts',
];

/** The read side's tests once more, on PostgreSQL, and what only PostgreSQL has. From the repository's folder only. */
const POSTGRES_TESTS = [
  'packages/search/src/**/*.test.ts',
  'packages/gateway/src/rest/negative-matrix.test.ts',
  'tests/e2e/every-operation.test.ts',
  'tests/e2e/changes.test.ts',
  'tests/e2e/saved-filters-and-comments.test.ts',
  'tests/postgres/**/*.test.ts',
];

/** Continuous integration never goes without it. */
function postgresTests(): string[] {
  if (hasPostgresPrograms() || process.env.CI === 'true') return POSTGRES_TESTS;
  console.warn(
    '\nTESTS WITH POSTGRESQL ARE SKIPPED: this machine has no PostgreSQL. Install it (version 14 or newer).\n',
  );
  return [];
}

/** Continuous integration never goes without it. */
function webTests(): string[] {
  if (hasChromium() || process.env.CI === 'true') return ['tests/web/**/*.test.ts'];
  console.warn('\nTESTS OF THE WEB APPS ARE SKIPPED: this machine has no Chromium. Install it.\n');
  return [];
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Unit tests keep no state in modules, so files may share a worker: it halves the time.
          isolate: false,
          include: ['packages/*/src/**/*.test.ts', 'src/**/*.test.ts'],
          exclude: [...PROCESS_TESTS, ...GENERATED_TESTS],
          testTimeout: UNIT_TIMEOUT_MS,
          hookTimeout: UNIT_TIMEOUT_MS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'generated',
          isolate: false,
          include: GENERATED_TESTS,
          testTimeout: END_TO_END_TIMEOUT_MS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'scenarios',
          isolate: false,
          include: ['tests/scenarios/**/*.test.ts'],
          // Loops over ten thousand items and calls two thousand deep are among them.
          testTimeout: END_TO_END_TIMEOUT_MS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'processes',
          include: PROCESS_TESTS,
          testTimeout: END_TO_END_TIMEOUT_MS,
          hookTimeout: END_TO_END_TIMEOUT_MS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'postgres',
          // Files of a worker share schemas that are there already.
          isolate: false,
          include: postgresTests(),
          exclude: ['packages/**/kill.test.ts'],
          globalSetup: ['tests/postgres/provide-postgres.ts'],
          testTimeout: END_TO_END_TIMEOUT_MS,
          hookTimeout: END_TO_END_TIMEOUT_MS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'repository',
          include: [
            'tests/house-rules/**/*.test.ts',
            'tests/bpmn-corpus/**/*.test.ts',
            'tests/tck/**/*.test.ts',
            'scripts/**/*.test.mjs',
          ],
          testTimeout: END_TO_END_TIMEOUT_MS,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: END_TO_END_TIMEOUT_MS,
          hookTimeout: END_TO_END_TIMEOUT_MS,
          maxWorkers: SERVERS_AT_ONCE,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'web',
          include: webTests(),
          globalSetup: ['tests/web/provide-demo-data.ts'],
          setupFiles: ['tests/web/demo-server.ts'],
          // What an action brings about is there soon, but not at once.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: END_TO_END_TIMEOUT_MS,
          hookTimeout: END_TO_END_TIMEOUT_MS,
          maxWorkers: SERVERS_AT_ONCE,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'crash',
          include: ['tests/crash/**/*.test.ts'],
          testTimeout: CRASH_TIMEOUT_MS,
          hookTimeout: END_TO_END_TIMEOUT_MS,
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});

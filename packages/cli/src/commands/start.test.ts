import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommandLine } from '../../test/cli-session.ts';

/** What a started server does is tested with real processes: tests/e2e/start.test.ts. */

test('should read the configuration file and refuse what it does not know in it', async () => {
  // given
  const folder = mkdtempSync(join(tmpdir(), 'waggle-start-'));
  const path = join(folder, 'waggle.yaml');
  writeFileSync(path, 'restport: 1\n');

  // when
  const { exitCode, errors } = await runCommandLine(['start', '--config', path]);
  rmSync(folder, { recursive: true });

  // then
  expect(exitCode).toBe(2);
  expect(errors).toContain(`Expected only known keys in ${path}, but found restport. Known keys: data, inMemory`);
});

test('should refuse unknown flags and invalid values', async () => {
  expect(await runCommandLine(['start', '--prot', '1'])).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining("unknown option '--prot'"),
  });
  expect(await runCommandLine(['start'], { WAGGLE_PARTITIONS: 'many' })).toMatchObject({
    exitCode: 2,
    errors: 'Expected environment variable WAGGLE_PARTITIONS to be a whole number from 1 to 64, but it is "many".',
  });
});

test('should refuse a folder of secrets that is not there', async () => {
  expect(await runCommandLine(['start', '--in-memory', '--secrets', '/no/such/folder'])).toMatchObject({
    exitCode: 2,
    errors: expect.stringMatching(/^Expected --secrets to name a folder, but .*folder is none\./),
  });
});

test('should describe every option with its environment variable and default', async () => {
  const { exitCode, output } = await runCommandLine(['start', '--help']);
  expect(exitCode).toBe(0);
  expect(output).toContain('--rest-port <PORT>');
  expect(output).toContain('(env: WAGGLE_REST_PORT, default: 8080)');
  expect(output).not.toContain('below.');
});

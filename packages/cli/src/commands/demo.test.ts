import { expect, test } from 'vitest';
import { runCommandLine } from '../../test/cli-session.ts';

// What it makes of a server is tested with a real one: tests/e2e/demo.test.ts.

test.each([
  ['--instances', '-1'],
  ['--rate', 'many'],
  ['--seed', '1.5'],
])('should refuse %s %s', async (option, value) => {
  const { exitCode, errors } = await runCommandLine(['demo', '--once', `${option}=${value}`]);
  expect(exitCode).toBe(2);
  expect(errors).toContain(`Expected ${option} to be a whole number of at least 0`);
});

test('should say when there is no server', async () => {
  const { exitCode, errors } = await runCommandLine(['demo', '--once', '--address', 'http://127.0.0.1:1']);
  expect(exitCode).toBe(1);
  expect(errors).toContain('Start one with "waggle start"');
});

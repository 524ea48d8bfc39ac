import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
});
afterAll(() => cli?.close());

test('should say that there is no such incident', async () => {
  const { exitCode, errors } = await cli.run('resolve', '2251799813685249');
  expect(exitCode).toBe(1);
  expect(errors).toContain('(NOT_FOUND, HTTP 404)');
});

test('should refuse what is no key', async () => {
  expect(await cli.run('resolve', 'incident')).toMatchObject({
    exitCode: 2,
    errors: 'Expected the incident key to be a key such as 2251799813685249, but it is "incident".',
  });
});

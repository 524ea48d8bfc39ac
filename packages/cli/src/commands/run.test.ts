import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, models, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
  await cli.run('deploy', models.oneTask, models.messageWait);
});
afterAll(() => cli?.close());

test('should start an instance', async () => {
  const { exitCode, output } = await cli.run('run', 'one-task', '--variables', '{"amount": 1}');
  expect(exitCode).toBe(0);
  expect(output).toMatch(/^Started process instance \d+ of one-task version 1\.$/);
});

test('should wait for the result', async () => {
  // given a message that is kept for the instance
  await cli.run('message', 'publish', 'parcel-arrived', '--correlation-key', 'p1', '--ttl', '60000');

  // when
  const answer = await cli.answer('run', 'message-wait', '--variables', '{"parcelId": "p1"}', '--await');

  // then
  expect(answer.variables).toEqual({ parcelId: 'p1' });
});

test('should say why a process cannot be started', async () => {
  const { exitCode, errors } = await cli.run('run', 'nowhere');
  expect(exitCode).toBe(1);
  expect(errors).toMatch(/nowhere.*\(NOT_FOUND, HTTP 404\)$/);
});

test('should refuse variables that are no object', async () => {
  const { exitCode, errors } = await cli.run('run', 'one-task', '--variables', '[1]');
  expect(exitCode).toBe(2);
  expect(errors).toContain('Expected --variables to be a JSON object');
});

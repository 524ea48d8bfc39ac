import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, models, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
  await cli.run('deploy', models.oneTask);
});
afterAll(() => cli?.close());

test('should take jobs and show their variables', async () => {
  // given
  await cli.run('run', 'one-task', '--variables', '{"amount": 1}');

  // when
  const { output } = await cli.run('job', 'activate', 'one-task-job');

  // then
  expect(output).toMatch(/^Job \d+ of element task in process instance \d+, retries 3, variables \{"amount":1\}$/);
});

test('should answer at once when no job waits', async () => {
  const { exitCode, output } = await cli.run('job', 'activate', 'nobody-waits');
  expect(exitCode).toBe(0);
  expect(output).toBe('No job of type nobody-waits is waiting.');
});

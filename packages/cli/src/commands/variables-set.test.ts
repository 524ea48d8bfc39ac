import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, models, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
  await cli.run('deploy', models.oneTask);
});
afterAll(() => cli?.close());

test('should set variables that the job then has', async () => {
  // given
  const { processInstanceKey } = await cli.answer('run', 'one-task', '--variables', '{"colour": "red"}');

  // when
  const { output } = await cli.run('variables', 'set', String(processInstanceKey), '--variables', '{"colour": "blue"}');

  // then
  expect(output).toBe(`Set colour on ${processInstanceKey}.`);
  expect((await cli.run('job', 'activate', 'one-task-job')).output).toContain('variables {"colour":"blue"}');
});

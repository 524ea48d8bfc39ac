import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, models, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
  await cli.run('deploy', models.oneTask);
});
afterAll(() => cli?.close());

test('should cancel an instance, once', async () => {
  // given
  const { processInstanceKey } = await cli.answer('run', 'one-task');

  // when
  const first = await cli.run('cancel', String(processInstanceKey));
  const second = await cli.run('cancel', String(processInstanceKey));

  // then
  expect(first.output).toBe(`Cancelled process instance ${processInstanceKey}.`);
  expect(second.exitCode).toBe(1);
  expect(second.errors).toContain('HTTP 404');
});

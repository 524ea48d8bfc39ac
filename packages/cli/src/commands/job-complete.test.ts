import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, models, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
  await cli.run('deploy', models.oneTask);
});
afterAll(() => cli?.close());

async function activate(type: string): Promise<string> {
  const { jobs } = await cli.answer('job', 'activate', type);
  const [job] = jobs as readonly { readonly jobKey: string }[];
  if (job === undefined) throw new Error(`Expected a job of type ${type}, but there is none.`);
  return job.jobKey;
}

test('should complete a job, once', async () => {
  // given
  await cli.run('run', 'one-task');
  const key = await activate('one-task-job');

  // when
  const first = await cli.run('job', 'complete', key, '--variables', '{"done": true}');
  const second = await cli.run('job', 'complete', key);

  // then
  expect(first.output).toBe(`Completed job ${key}.`);
  expect(second.errors).toContain('(NOT_FOUND, HTTP 404)');
});

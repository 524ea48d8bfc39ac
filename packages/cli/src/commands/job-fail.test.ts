import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, models, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
  await cli.run('deploy', models.errorPath);
});
afterAll(() => cli?.close());

async function activate(type: string): Promise<string> {
  const { jobs } = await cli.answer('job', 'activate', type);
  const [job] = jobs as readonly { readonly jobKey: string }[];
  if (job === undefined) throw new Error(`Expected a job of type ${type}, but there is none.`);
  return job.jobKey;
}

test('should fail a job that then is tried again', async () => {
  // given
  await cli.run('run', 'error-path');
  const key = await activate('error-path-job');

  // when
  const { output } = await cli.run('job', 'fail', key, '--retries', '1', '--message', 'no connection');

  // then
  expect(output).toBe(`Failed job ${key}, retries left: 1.`);
  expect(await activate('error-path-job')).toBe(key);
});

test('should fail a job for good without retries', async () => {
  // given
  await cli.run('run', 'error-path');
  const key = await activate('error-path-job');

  // when
  await cli.run('job', 'fail', key);

  // then
  expect((await cli.answer('job', 'activate', 'error-path-job')).jobs).toEqual([]);
});

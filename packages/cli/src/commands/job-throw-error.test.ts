import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, models, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
  await cli.run('deploy', models.errorPath);
});
afterAll(() => cli?.close());

async function activate(type: string): Promise<string> {
  const { jobs } = await cli.answer('job', 'activate', type, '--wait', '5000');
  const [job] = jobs as readonly { readonly jobKey: string }[];
  if (job === undefined) throw new Error(`Expected a job of type ${type}, but there is none.`);
  return job.jobKey;
}

test('should throw an error that the process catches', async () => {
  // given an instance whose result is awaited
  const result = cli.answer('run', 'error-path', '--await');
  const key = await activate('error-path-job');

  // when
  const { output } = await cli.run('job', 'throw-error', key, '--code', 'REFUSED', '--message', 'not today');

  // then
  expect(output).toBe(`Threw error REFUSED from job ${key}.`);
  expect((await result).variables).toEqual({ outcome: 'refused' });
});

test('should ask for a code', async () => {
  const { exitCode, errors } = await cli.run('job', 'throw-error', '2251799813685249');
  expect(exitCode).toBe(2);
  expect(errors).toContain('--code');
});

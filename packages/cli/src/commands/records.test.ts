import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, models, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
  await cli.run('deploy', models.oneTask);
});
afterAll(() => cli?.close());

test('should show what was recorded of an instance, also after its end', async () => {
  // given
  const { processInstanceKey } = await cli.answer('run', 'one-task');
  await cli.run('cancel', String(processInstanceKey));

  // when
  const { exitCode, output } = await cli.run('records', String(processInstanceKey));

  // then
  expect(exitCode).toBe(0);
  const lines = output.split('\n');
  expect(lines[0]).toMatch(/^ +\d+ {2}\S+Z {2}COMMAND {2}PROCESS_INSTANCE_CREATION {2}CREATE/);
  expect(lines.at(-1)).toMatch(/PROCESS_INSTANCE {2}ELEMENT_TERMINATED {2}one-task$/);
});

test('should show records as JSON, behind a position', async () => {
  // given
  const { processInstanceKey } = await cli.answer('run', 'one-task');
  const all = (await cli.run('records', String(processInstanceKey), '--json')).output.split('\n');
  const { position } = JSON.parse(all[4]!) as { position: number };

  // when
  const { output } = await cli.run('records', String(processInstanceKey), '--json', '--after', String(position));

  // then
  expect(output.split('\n')).toEqual(all.slice(5));
});

test('should say when nothing is kept of an instance', async () => {
  const { exitCode, errors } = await cli.run('records', '2251799813685999');
  expect(exitCode).toBe(1);
  expect(errors).toContain('HTTP 404');
});

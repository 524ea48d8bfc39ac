import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type CliSession, models, startCliSession } from '../../test/cli-session.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
});
afterAll(() => cli?.close());

test('should deploy several files together', async () => {
  const { exitCode, output } = await cli.run('deploy', models.oneTask, models.messageWait);
  expect(exitCode).toBe(0);
  expect(output).toMatch(
    /^Deployed with key \d+:\n {2}one-task version 1, key \d+ \(one-task.bpmn\)\n {2}message-wait version 1/,
  );
});

test('should name a file that cannot be read', async () => {
  const { exitCode, errors } = await cli.run('deploy', 'missing.bpmn');
  expect(exitCode).toBe(2);
  expect(errors).toContain('Expected to read missing.bpmn, but that failed: ENOENT');
});

test('should show the findings of a file that is no model', async () => {
  const { exitCode, errors } = await cli.run('deploy', await newFile('broken.bpmn', '<process>'));
  expect(exitCode).toBe(1);
  expect(errors).toContain('HTTP 400');
  expect(errors).toContain('broken.bpmn');
});

test('should deploy forms and other files', async () => {
  const { exitCode, output } = await cli.run(
    'deploy',
    await newFile('approve.form', '{"id": "approve", "components": []}'),
    await newFile('notes.txt', 'by the way'),
  );
  expect(exitCode).toBe(0);
  expect(output).toMatch(
    /\n {2}form approve version 1, key \d+ \(approve.form\)\n {2}file notes.txt version 1, key \d+/,
  );
});

async function newFile(name: string, content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waggle-deploy-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

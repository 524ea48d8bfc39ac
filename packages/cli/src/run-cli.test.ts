import { expect, test } from 'vitest';
import { runCommandLine } from '../test/cli-session.ts';
import { commandGroups, topCommands } from './commands.ts';
import { version } from './version.ts';

test('should show the version', async () => {
  expect(await runCommandLine(['--version'])).toEqual({ exitCode: 0, output: version, errors: '' });
});

test('should show the help when asked, and as a mistake when nothing is asked', async () => {
  expect(await runCommandLine(['--help'])).toMatchObject({ exitCode: 0 });
  expect(await runCommandLine([])).toMatchObject({ exitCode: 2 });
});

test.each([['bogus'], ['job', 'bogus'], ['status', '--bogus'], ['cancel']])(
  'should refuse "%s %s"',
  async (...args) => {
    const { exitCode, errors } = await runCommandLine(args.filter((arg) => arg !== undefined));
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/^error: .*\nAdd --help to see what is possible\.$/);
  },
);

test('should reach every command', async () => {
  // given
  const nothing = () => undefined;
  const write = async () => undefined;
  const context = { environment: {}, isTerminal: false, print: nothing, write, printError: nothing };
  const lines = [
    ...topCommands.map((create) => [create(context).name()]),
    ...commandGroups.flatMap(({ name, commands }) => commands.map((create) => [name, create(context).name()])),
  ];

  // then
  for (const line of lines) expect(await runCommandLine([...line, '--help'])).toMatchObject({ exitCode: 0 });
});

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { repositoryPath } from '../repository-path.ts';

const namedAfterNothing = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.[^/]*$)/;

test('should name files and folders after what they hold', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: repositoryPath,
    encoding: 'utf8',
  }).split('\n');
  expect(
    files.filter((path) => namedAfterNothing.test(path)),
    'Expected no file or folder called utils, helpers, common, misc or shared: a helper lives with its noun (iso-duration.ts, key.ts).',
  ).toEqual([]);
});

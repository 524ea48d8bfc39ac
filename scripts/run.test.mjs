import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryPath } from './repository.mjs';

test('should name the commands when it does not know one', () => {
  // when
  const result = spawnSync(process.execPath, [join(repositoryPath, 'scripts/run.mjs'), 'begin'], { encoding: 'utf8' });

  // then
  expect(result.status).toBe(1);
  expect(result.stderr).toBe(
    'Expected one of start, cli, test, test:unit, check, bench, bench:search, bench:web, fuzz, scenarios, bpmn-corpus, tck, web-api, pictures as first argument, but got "begin".\n',
  );
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryPath } from '../repository-path.ts';
import { allScenarios } from './all-scenarios.ts';
import { coverageDocument } from './coverage-document.ts';
import { LAST_NUMBER, waiting, withoutScenario } from './waiting.ts';

const path = join(repositoryPath, 'docs/bpmn-coverage.md');

test('should keep docs/bpmn-coverage.md in step with the scenarios', () => {
  if (process.env.WAGGLE_SCENARIOS_UPDATE === 'true') writeFileSync(path, coverageDocument());
  expect(readFileSync(path, 'utf8'), 'Expected the document as `npm run scenarios -- --update` writes it').toBe(
    coverageDocument(),
  );
});

test('should have every number of the list once', () => {
  const numbers = [...allScenarios.map(({ number }) => number), ...withoutScenario.flatMap(({ numbers }) => numbers)];
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  const missing = Array.from({ length: LAST_NUMBER }, (_, index) => index + 1).filter(
    (each) => !numbers.includes(each),
  );
  expect({ twice, missing }).toEqual({ twice: [], missing: [] });
});

test('should point to tests that there are', () => {
  const gone = allScenarios.flatMap(({ shownBy }) =>
    shownBy === undefined || readFileSync(join(repositoryPath, shownBy.file), 'utf8').includes(`'${shownBy.test}'`)
      ? []
      : [`${shownBy.file}: ${shownBy.test}`],
  );
  expect(gone).toEqual([]);
});

test('should wait only for scenarios that there are', () => {
  const unknown = [...waiting.keys()].filter((number) => !allScenarios.some((each) => each.number === number));
  expect(unknown).toEqual([]);
});

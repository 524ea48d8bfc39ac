import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryPath } from '../repository-path.ts';
import { allScenarios } from './all-scenarios.ts';
import { coverageDocument } from './coverage-document.ts';
import { waiting, withoutScenario } from './waiting.ts';

const path = join(repositoryPath, 'docs/bpmn-coverage.md');

test('should keep docs/bpmn-coverage.md in step with the scenarios', () => {
  if (process.env.WAGGLE_SCENARIOS_UPDATE === 'true') writeFileSync(path, coverageDocument());
  expect(readFileSync(path, 'utf8'), 'Expected the document as `npm run scenarios -- --update` writes it').toBe(
    coverageDocument(),
  );
});

test('should have no number twice', () => {
  const numbers = [...allScenarios.map(({ number }) => number), ...withoutScenario.flatMap(({ numbers }) => numbers)];
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});

test('should wait only for scenarios that there are', () => {
  const unknown = [...waiting.keys()].filter((number) => !allScenarios.some((each) => each.number === number));
  expect(unknown).toEqual([]);
});

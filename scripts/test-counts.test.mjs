import { expect, test } from 'vitest';
import { countTests, formatCounts } from './test-counts.mjs';

const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [] };

test('should end with passed and failed, and name skipped ones only when there are any', () => {
  expect(formatCounts(countTests(report))).toBe('7 passed, 1 failed');
  expect(formatCounts(countTests({ ...report, numPendingTests: 1, numTodoTests: 2 }))).toBe(
    '7 passed, 1 failed, 3 skipped',
  );
});

test('should count a file that failed before its first test as one failure', () => {
  // given a file with a failing test, already counted by Vitest, and one that could not be loaded
  const testResults = [
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'failed', assertionResults: [] },
  ];

  // then
  expect(countTests({ ...report, testResults }).failed).toBe(2);
});

/**
 * Counts over all projects from Vitest's JSON report. A file that failed before its first test counts as one failure:
 * Vitest counts no test for it, and a summary without it would look green.
 */
export function countTests(report) {
  const filesWithoutTests = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + filesWithoutTests.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The last line of a test run. */
export function formatCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

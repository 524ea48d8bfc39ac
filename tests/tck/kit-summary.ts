import type { Conformance } from '@waggle/feel';
import type { KitRun } from './kit-run.ts';
import type { TestResult } from './run-suite.ts';

export interface SummaryRow {
  readonly name: string;
  readonly total: number;
  readonly passed: Readonly<Partial<Record<Conformance, number>>>;
}

export interface KitSummary {
  readonly all: SummaryRow;
  readonly levels: readonly SummaryRow[];
  readonly labels: readonly SummaryRow[];
  readonly suites: readonly SummaryRow[];
}

/** Counts results: a suite counts once for each of its labels, and once for its level. */
export function summarize(runs: readonly KitRun[]): KitSummary {
  const [all = { name: 'All', total: 0, passed: {} }] = rows(runs, () => ['All']);
  return {
    all,
    levels: rows(runs, ({ level }) => (level === '' ? [] : [level])),
    labels: rows(runs, ({ labels }) => labels),
    suites: rows(runs, ({ suite }) => [suite]),
  };
}

function rows(runs: readonly KitRun[], namesOf: (result: TestResult) => readonly string[]): SummaryRow[] {
  const counts = new Map<string, { total: number; passed: Partial<Record<Conformance, number>> }>();
  for (const [index, { conformance, results }] of runs.entries()) {
    for (const result of results) {
      for (const name of namesOf(result)) {
        const row = counts.get(name) ?? { total: 0, passed: {} };
        counts.set(name, row);
        // Every run has the same cases.
        if (index === 0) row.total += 1;
        row.passed[conformance] = (row.passed[conformance] ?? 0) + (result.outcome === 'passed' ? 1 : 0);
      }
    }
  }
  return [...counts].map(([name, row]) => ({ name, ...row })).toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Rounded down, so that 100 % means every case. */
export function percentOf(passed: number, total: number): string {
  return total === 0 ? '–' : `${(Math.floor((passed / total) * 10_000) / 100).toFixed(2)} %`;
}

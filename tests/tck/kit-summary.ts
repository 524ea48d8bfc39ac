import type { TestResult } from './run-suite.ts';

export interface Tally {
  readonly name: string;
  readonly passed: number;
  readonly total: number;
}

export interface KitSummary {
  readonly all: Tally;
  readonly levels: readonly Tally[];
  readonly labels: readonly Tally[];
  readonly suites: readonly Tally[];
}

/** Counts results: a suite counts once for each of its labels, and once for its level. */
export function summarize(results: readonly TestResult[]): KitSummary {
  return {
    all: tally('All', results),
    levels: talliesBy(results, ({ level }) => (level === '' ? [] : [level])),
    labels: talliesBy(results, ({ labels }) => labels),
    suites: talliesBy(results, ({ suite }) => [suite]),
  };
}

function talliesBy(results: readonly TestResult[], namesOf: (result: TestResult) => readonly string[]): Tally[] {
  const groups = new Map<string, TestResult[]>();
  for (const result of results) {
    for (const name of namesOf(result)) groups.set(name, [...(groups.get(name) ?? []), result]);
  }
  return [...groups].map(([name, group]) => tally(name, group)).toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

function tally(name: string, results: readonly TestResult[]): Tally {
  return { name, passed: results.filter(({ outcome }) => outcome === 'passed').length, total: results.length };
}

/** Rounded down, so that 100 % means every case. */
export function percentOf({ passed, total }: Tally): string {
  return total === 0 ? '–' : `${(Math.floor((passed / total) * 10_000) / 100).toFixed(2)} %`;
}

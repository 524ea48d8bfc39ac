import type { Conformance } from '@waggle/feel';
import { type KnownDifference, reasonsById } from './known-differences.ts';
import type { TestResult } from './run-suite.ts';

/** All results with one meaning of what Camunda and the standard disagree on. */
export interface KitRun {
  readonly conformance: Conformance;
  readonly results: readonly TestResult[];
}

/** What a run says beside the list of known differences. */
export interface KitFindings {
  readonly run: KitRun;
  /** Failed as listed. */
  readonly differing: readonly TestResult[];
  /** Failed without being listed. */
  readonly unexpected: readonly TestResult[];
  /** Passed though listed. */
  readonly passing: readonly TestResult[];
}

export function findingsOf(run: KitRun, differences: readonly KnownDifference[]): KitFindings {
  const reasonOf = reasonsById(differences, run.conformance);
  const isListed = ({ id }: TestResult): boolean => reasonOf(id) !== undefined;
  const failed = run.results.filter(({ outcome }) => outcome === 'failed');
  return {
    run,
    differing: failed.filter(isListed),
    unexpected: failed.filter((result) => !isListed(result)),
    passing: run.results.filter((result) => result.outcome === 'passed' && isListed(result)),
  };
}

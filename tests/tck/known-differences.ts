import type { Conformance } from '@waggle/feel';

/**
 * Cases of the public kit whose result differs on purpose, each with its reason. A case that passes all the same is
 * reported, so that the list never says more than is so.
 */
export interface KnownDifference {
  /** Why the value differs, for readers of docs/conformance.md. */
  readonly reason: string;
  /** `camunda`: where Camunda's meaning holds; `both`: also where the standard's does. */
  readonly conformance: 'camunda' | 'both';
  /** `suite/case`, or `suite/case/decision` where only some results of a case differ. */
  readonly cases: readonly string[];
}

export const knownDifferences: readonly KnownDifference[] = [];

/** The reason why a result is expected to differ, by the result's id. */
export function reasonsById(
  differences: readonly KnownDifference[],
  conformance: Conformance,
): (id: string) => string | undefined {
  const reasons = new Map<string, string>();
  for (const difference of differences) {
    if (difference.conformance === 'camunda' && conformance !== 'camunda') continue;
    for (const id of difference.cases) reasons.set(id, difference.reason);
  }
  return (id) => reasons.get(id) ?? reasons.get(id.split('/', 2).join('/'));
}

/**
 * Cases of the public kit whose result differs on purpose, each with its reason. A case that passes all the same is
 * reported, so that the list never says more than is so.
 */
export interface KnownDifference {
  /** Why the value differs, for readers of docs/conformance.md. */
  readonly reason: string;
  /** `suite/case`, or `suite/case/decision` where only some results of a case differ. */
  readonly cases: readonly string[];
}

export const knownDifferences: readonly KnownDifference[] = [];

/** The reason why a result is expected to differ, by the result's id. */
export function reasonsById(differences: readonly KnownDifference[]): (id: string) => string | undefined {
  const reasons = new Map(differences.flatMap(({ reason, cases }) => cases.map((id) => [id, reason] as const)));
  return (id) => reasons.get(id) ?? reasons.get(id.split('/', 2).join('/'));
}

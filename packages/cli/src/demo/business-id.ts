/** What ids are counted from, so that they look like those of a company that is not new. */
const firstByKind = { order: 10_000, loan: 5_000, colleague: 100, report: 0, chain: 0, bulk: 0, request: 0 } as const;

export type BusinessIdKind = keyof typeof firstByKind;

/** @param ordinal of the instance among all that the demo started. */
export function businessIdOf(kind: BusinessIdKind, ordinal: number): string {
  return `${kind}-${firstByKind[kind] + ordinal}`;
}

/** @returns the ordinal that an id was made of; 0 when the demo did not make it. */
export function ordinalOf(businessId: string): number {
  const [, kind = '', digits = ''] = /^([a-z]+)-(\d{1,12})$/.exec(businessId) ?? [];
  const first = Object.hasOwn(firstByKind, kind) ? firstByKind[kind as BusinessIdKind] : Number.POSITIVE_INFINITY;
  return Math.max(0, Number(digits) - first);
}

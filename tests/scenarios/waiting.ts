/** Scenarios that are described but not run yet, with what they wait for. */
export const waiting: ReadonlyMap<number, string> = new Map<number, string>([]);

/** Numbers of the list without a scenario yet, by what they wait for. */
export const withoutScenario: readonly { readonly numbers: readonly number[]; readonly reason: string }[] = [
  { numbers: [142, 143, 144, 145, 146, 147], reason: 'identity and tenancy' },
  { numbers: [152, 157, 158, 159], reason: 'cluster and backup' },
];

/** The highest number of the list. */
export const LAST_NUMBER = 168;

export const processKinds = ['all', 'form', 'noForm'] as const;
export type ProcessKind = (typeof processKinds)[number];

/** What the address says about the list of processes. */
export interface ProcessesSearch {
  readonly q?: string;
  readonly kind?: Exclude<ProcessKind, 'all'>;
}

export function parseProcessesSearch({ q, kind }: Readonly<Record<string, unknown>>): ProcessesSearch {
  return {
    ...(q === undefined || q === null || String(q).trim() === '' ? {} : { q: String(q) }),
    ...(kind === 'form' || kind === 'noForm' ? { kind } : {}),
  };
}

/** One repetition. Absent = does not apply, or was not asked for. */
export interface Sample {
  /** In the unit of the measurement. */
  readonly value: number;
  /** CPU of the measured process (all threads) per unit of work, in µs. */
  readonly cpuUs?: number;
  readonly p50Ms?: number;
  readonly p99Ms?: number;
  /** CPU of the client's process per unit of work, in µs: on a small machine it competes with the server. */
  readonly clientCpuUs?: number;
  /** Memory of the measured process. */
  readonly rssMb?: number;
  /** Cores that neither the measured process nor its client used: other work on this machine. */
  readonly foreignCores?: number;
}

export interface Measurement {
  /** `row/variant`, stable: other measurements and the JSON refer to it. */
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly samples: readonly Sample[];
  /** The raw limit this builds on, and how many of its operations one unit takes. */
  readonly limit?: { readonly id: string; readonly operationsPerUnit: number };
  readonly targets?: readonly Target[];
  /** One more fact worth its place in the table. */
  readonly note?: string;
}

export interface Target {
  readonly field: 'value' | 'cpuUs' | 'p50Ms' | 'p99Ms';
  readonly atLeast?: number;
  readonly atMost?: number;
}

const fields = ['value', 'cpuUs', 'p50Ms', 'p99Ms', 'clientCpuUs', 'rssMb', 'foreignCores'] as const;

/** Medians field by field: a run that met a busy neighbour must not decide. */
export function medianSample(samples: readonly Sample[]): Sample {
  const medians: Partial<Record<(typeof fields)[number], number>> = {};
  for (const field of fields) {
    const values = samples.map((sample) => sample[field]).filter((value) => value !== undefined);
    if (values.length > 0) medians[field] = median(values);
  }
  return { value: 0, ...medians };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function isMet(target: Target, sample: Sample): boolean {
  const value = sample[target.field];
  if (value === undefined) return false;
  return value >= (target.atLeast ?? Number.NEGATIVE_INFINITY) && value <= (target.atMost ?? Number.POSITIVE_INFINITY);
}

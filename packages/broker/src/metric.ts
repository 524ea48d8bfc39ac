/** One number for monitoring. Labels are bounded: partition, source, exporter, bucket; never ids of users' things. */
export interface MetricSample {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Counts observations by upper bound, as Prometheus histograms do. */
export class Histogram {
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;
  #count = 0;

  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#counts = bounds.map(() => 0);
  }

  observe(value: number): void {
    this.#sum += value;
    this.#count++;
    const index = this.#bounds.findIndex((bound) => value <= bound);
    if (index >= 0) this.#counts[index]!++;
  }

  samples(name: string, help: string, labels: Readonly<Record<string, string>>): readonly MetricSample[] {
    const sample = (suffix: string, value: number, more: Readonly<Record<string, string>> = {}): MetricSample => ({
      name: `${name}${suffix}`,
      help,
      type: 'histogram',
      labels: { ...labels, ...more },
      value,
    });
    let cumulated = 0;
    const buckets = this.#bounds.map((bound, index) => {
      cumulated += this.#counts[index]!;
      return sample('_bucket', cumulated, { le: String(bound) });
    });
    return [
      ...buckets,
      sample('_bucket', this.#count, { le: '+Inf' }),
      sample('_sum', this.#sum),
      sample('_count', this.#count),
    ];
  }
}

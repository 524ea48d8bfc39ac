/** What a part of the server measures, in the terms of Prometheus but without its library. */
export interface Metric {
  /** Lower-case words joined by `_`, with the unit last: `waggle_log_append_seconds`. */
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram' | 'summary';
  readonly samples: readonly MetricSample[];
}

export interface MetricSample {
  /** Values must come from a bounded set: each combination is a series the monitoring keeps for ever. */
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
  /** Of histograms and summaries: `_bucket`, `_sum`, `_count`. */
  readonly suffix?: '_bucket' | '_sum' | '_count';
}

/** Asked at each scrape. */
export interface MetricsSource {
  collect(): readonly Metric[];
}

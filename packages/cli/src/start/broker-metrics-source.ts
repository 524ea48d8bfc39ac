import type { Broker } from '@waggle/broker';
import type { Metric, MetricSample, MetricsSource } from '@waggle/gateway';

type BrokerSample = ReturnType<Broker['metrics']>[number];

const HISTOGRAM_SUFFIX = /(_bucket|_sum|_count)$/;

/** The partitions' measurements, grouped as a scrape wants them. @param broker `undefined` while it is starting. */
export function brokerMetricsSource(broker: () => Broker | undefined): MetricsSource {
  return { collect: () => groupByName(broker()?.metrics() ?? []) };
}

function groupByName(samples: readonly BrokerSample[]): readonly Metric[] {
  const groups = new Map<string, Metric & { readonly samples: MetricSample[] }>();
  for (const sample of samples) {
    const suffix = sample.type === 'histogram' ? suffixOf(sample.name) : undefined;
    const name = suffix === undefined ? sample.name : sample.name.slice(0, -suffix.length);
    const group = groups.get(name) ?? { name, help: sample.help, type: sample.type, samples: [] };
    groups.set(name, group);
    group.samples.push({ labels: sample.labels, value: sample.value, ...(suffix !== undefined && { suffix }) });
  }
  return [...groups.values()];
}

function suffixOf(name: string): MetricSample['suffix'] {
  return HISTOGRAM_SUFFIX.exec(name)?.[1] as MetricSample['suffix'];
}

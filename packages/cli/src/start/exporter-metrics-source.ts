import type { RunningSearchIndexExport } from '@waggle/exporters';
import type { Metric, MetricsSource } from '@waggle/gateway';

/** What exporters in threads of their own have done. The partitions tell how far behind they are. */
export function exporterMetricsSource(exporters: () => readonly RunningSearchIndexExport[]): MetricsSource {
  return {
    collect: () => {
      const running = exporters();
      if (running.length === 0) return [];
      const metric = (
        name: string,
        help: string,
        type: Metric['type'],
        read: (exporter: RunningSearchIndexExport) => number,
      ): Metric => ({
        name,
        help,
        type,
        samples: running.map((exporter) => ({ labels: { exporter: exporter.id }, value: read(exporter) })),
      });
      return [
        metric('waggle_exporter_up', '1 while the server takes what is exported, else 0', 'gauge', ({ problem }) =>
          problem === undefined ? 1 : 0,
        ),
        metric('waggle_exporter_records_total', 'Records written', 'counter', ({ counters }) => counters.records),
        metric('waggle_exporter_bytes_total', 'Bytes written', 'counter', ({ counters }) => counters.bytes),
        metric('waggle_exporter_bulks_total', 'Bulks written', 'counter', ({ counters }) => counters.bulks),
        metric(
          'waggle_exporter_write_failures_total',
          'Tries that failed; nothing is lost by them',
          'counter',
          ({ counters }) => counters.failures,
        ),
      ];
    },
  };
}

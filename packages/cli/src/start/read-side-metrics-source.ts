import type { Metric, MetricsSource } from '@waggle/gateway';
import type { ReadSide } from './start-read-side.ts';

/** How the secondary storage is written and read. @param readSide `undefined` while there is none. */
export function readSideMetricsSource(readSide: () => ReadSide | undefined): MetricsSource {
  return {
    collect: () => {
      const started = readSide();
      if (started === undefined) return [];
      const { search, rdbmsExport } = started;
      return [
        gauge('waggle_secondary_storage_up', '1 while the secondary storage takes what is exported, else 0', [
          rdbmsExport.problem === undefined ? 1 : 0,
        ]),
        counter(
          'waggle_retention_removed_process_instances_total',
          'Ended process instances that were removed from the secondary storage',
          rdbmsExport.removed.processInstances,
        ),
        counter(
          'waggle_retention_removed_rows_total',
          'Rows that were removed from the secondary storage',
          rdbmsExport.removed.rows,
        ),
        gauge(
          'waggle_record_history_bytes',
          'Bytes of the records kept of process instances',
          rdbmsExport.historyBytes === undefined ? [] : [rdbmsExport.historyBytes],
        ),
        gauge('waggle_retention_late_seconds', 'How long ago the first of what is due should have been removed', [
          rdbmsExport.removed.lateMs / 1_000,
        ]),
        gauge('waggle_search_threads', 'Threads that read the secondary storage', [search.threadCount]),
        gauge('waggle_search_pending', 'Reads of the secondary storage that are under way or wait', [
          search.pendingCount,
        ]),
        gauge('waggle_search_stuck_threads', 'Threads whose query took longer than it may and still runs', [
          search.stuckThreadCount,
        ]),
      ];
    },
  };
}

function counter(name: string, help: string, value: number): Metric {
  return { name, help, type: 'counter', samples: [{ labels: {}, value }] };
}

function gauge(name: string, help: string, values: readonly number[]): Metric {
  return { name, help, type: 'gauge', samples: values.map((value) => ({ labels: {}, value })) };
}

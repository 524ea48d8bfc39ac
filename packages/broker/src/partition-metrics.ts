import type { ExportProgress } from './export-progress.ts';
import type { MetricSample } from './metric.ts';
import type { RequestLimiter } from './request-limiter.ts';

export const refusalReasons = ['limit', 'queue', 'disk', 'unavailable'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What is true of the partition now. */
export interface PartitionGauges {
  readonly isHealthy: boolean;
  readonly limiter: RequestLimiter;
  readonly streams: number;
  readonly queueLength: number;
  readonly hasBacklog: boolean;
  readonly logPosition: number;
  readonly firstLogPosition: number;
  readonly checkpointPosition: number;
  /** Changes that wait for the next checkpoint; `undefined` when the state is not written to disk. */
  readonly dirtyRows: number | undefined;
  /** Feeds among them. */
  readonly exporters: readonly ExportProgress[];
}

export class PartitionMetrics {
  readonly refused: Record<RefusalReason, number> = { limit: 0, queue: 0, disk: 0, unavailable: 0 };
  droppedInternalCommands = 0;
  replayMs = 0;
  replayedRecords = 0;
  readonly #partition: string;

  constructor(partition: string) {
    this.#partition = partition;
  }

  samples(gauges: PartitionGauges): readonly MetricSample[] {
    const gauge = (name: string, help: string, value: number): MetricSample => ({
      name,
      help,
      type: 'gauge',
      labels: { partition: this.#partition },
      value,
    });
    return [
      ...refusalReasons.map(
        (reason): MetricSample => ({
          name: 'waggle_commands_refused_total',
          help: 'Client commands that were not accepted',
          type: 'counter',
          labels: { partition: this.#partition, reason },
          value: this.refused[reason],
        }),
      ),
      {
        name: 'waggle_internal_commands_dropped_total',
        help: 'Commands between partitions that found the queue full; they are sent again',
        type: 'counter',
        labels: { partition: this.#partition },
        value: this.droppedInternalCommands,
      },
      gauge('waggle_partition_healthy', '1 while the partition processes', gauges.isHealthy ? 1 : 0),
      gauge('waggle_requests_in_flight', 'Accepted client commands that are not durable yet', gauges.limiter.inFlight),
      gauge('waggle_requests_limit', 'Client commands that may be in flight at once', gauges.limiter.limit),
      gauge('waggle_queue_commands', 'Commands waiting for processing', gauges.queueLength),
      gauge('waggle_backlog', '1 while follow-up commands wait for a later batch', gauges.hasBacklog ? 1 : 0),
      gauge('waggle_job_streams', 'Open job streams', gauges.streams),
      gauge('waggle_log_last_position', 'Position of the last durable record', gauges.logPosition),
      gauge('waggle_log_first_position', 'Position of the first record the log still holds', gauges.firstLogPosition),
      gauge('waggle_checkpoint_position', 'Position of the last checkpoint', gauges.checkpointPosition),
      ...(gauges.dirtyRows === undefined
        ? []
        : [gauge('waggle_state_dirty_rows', 'Changed rows that wait for the next checkpoint', gauges.dirtyRows)]),
      gauge('waggle_replay_seconds', 'Time the last recovery took to fold the log', this.replayMs / 1000),
      gauge('waggle_replay_records', 'Records the last recovery folded', this.replayedRecords),
      ...gauges.exporters.flatMap((exporter) => this.#exporterSamples(exporter)),
    ];
  }

  #exporterSamples(exporter: ExportProgress): readonly MetricSample[] {
    const labels = { partition: this.#partition, exporter: exporter.id };
    return [
      {
        name: 'waggle_exporter_position',
        help: 'Position up to which the exporter acknowledged everything',
        type: 'gauge',
        labels,
        value: exporter.position,
      },
      {
        name: 'waggle_exporter_lag_records',
        help: 'Records the exporter has not acknowledged',
        type: 'gauge',
        labels,
        value: exporter.lagRecords,
      },
      {
        name: 'waggle_exporter_failures_total',
        help: 'Failed attempts of the exporter since the partition was opened',
        type: 'counter',
        labels,
        value: exporter.failures,
      },
    ];
  }
}

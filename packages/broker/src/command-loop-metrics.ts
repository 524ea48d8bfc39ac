import type { ProcessedBatch } from '@waggle/engine';
import { type CommandSource, commandSources } from './fair-turns.ts';
import { Histogram, type MetricSample } from './metric.ts';

const BATCH_COMMAND_BOUNDS = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const APPEND_SECOND_BOUNDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5];

/** What a command loop counts; outlives the loop, so a recovery does not reset the counters. */
export class CommandLoopMetrics {
  readonly processed: Record<CommandSource, number> = { client: 0, partition: 0, due: 0, backlog: 0 };
  readonly batchCommands = new Histogram(BATCH_COMMAND_BOUNDS);
  readonly appendSeconds = new Histogram(APPEND_SECOND_BOUNDS);
  records = 0;
  logBytes = 0;

  observeBatch(commandCount: number, batch: ProcessedBatch): void {
    this.batchCommands.observe(commandCount);
    this.records += batch.recordCount;
    this.logBytes += batch.data.length;
  }

  samples(partition: string): readonly MetricSample[] {
    const labels = { partition };
    return [
      ...commandSources.map(
        (source): MetricSample => ({
          name: 'waggle_commands_processed_total',
          help: 'Commands processed, by where they came from',
          type: 'counter',
          labels: { partition, source },
          value: this.processed[source],
        }),
      ),
      {
        name: 'waggle_records_written_total',
        help: 'Records written to the log',
        type: 'counter',
        labels,
        value: this.records,
      },
      {
        name: 'waggle_log_bytes_written_total',
        help: 'Bytes of records written to the log',
        type: 'counter',
        labels,
        value: this.logBytes,
      },
      ...this.batchCommands.samples('waggle_batch_commands', 'Commands that shared one append', labels),
      ...this.appendSeconds.samples('waggle_log_append_seconds', 'Time until an append was durable', labels),
    ];
  }
}
